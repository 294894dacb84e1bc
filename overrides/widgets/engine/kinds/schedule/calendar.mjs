// @ts-check
// Events as a calendar file (RFC 5545). Its times float: they are the same on the clock everywhere, in summer and winter.

/**
 * @typedef {object} Event
 * @property {string} uid the same whenever the same event is made, also after a change
 * @property {string} title
 * @property {string} note may be empty
 * @property {string} from the first day that it may fall on, as in 2026-11-23
 * @property {string} start as in 12:30; empty: it takes the whole day
 * @property {number} minutes
 * @property {string[]} days of the week, from MO to SU; none: only once
 * @property {string} until the last day on which it comes back, as in 2026-12-07; empty: it goes on
 */

const DAYS_FROM_SUNDAY = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
const A_DAY = 86_400_000;
/** From when the changes of an event are numbered, by seconds: so the numbers stay small enough for all calendars. */
const FIRST = Date.parse("2020-01-01");
const FULL = 75; // octets
const encoder = new TextEncoder();

/**
 * Letters that stand for a text and do not tell it: who sees an entry does not learn which site it is from.
 * @param {string} text
 */
export const mark = (text) =>
  [...text].reduce((sum, character) => (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) >>> 0, 0).toString(36);

/**
 * A moment as the file writes it. UTC here is only a way to reckon without daylight saving.
 * @param {number} time
 */
const basic = (time) => new Date(time).toISOString().replace(/[-:]|\..*/g, "");

/**
 * As the value of a property: what has a meaning there is marked, what is forbidden is left out.
 * @param {string} text
 */
export const escaped = (text) =>
  text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n").replace(/(?!\t)\p{Cc}/gu, "");

/**
 * A line of the file; a long one is cut, between characters.
 * @param {string} line
 */
export const folded = (line) => {
  let text = "", size = 0;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (size + octets > FULL) {
      text += "\r\n ";
      size = 1;
    }
    text += character;
    size += octets;
  }
  return `${text}\r\n`;
};

/**
 * @param {Event} event
 * @param {number} now
 * @param {boolean} alarm
 */
const lines = ({ uid, title, note, from, start, minutes, days, until }, now, alarm) => {
  let day = Date.parse(from);
  while (days.length && !days.includes(DAYS_FROM_SUNDAY[new Date(day).getUTCDay()])) day += A_DAY;
  const begins = day + Date.parse(`1970-01-01T${start || "00:00"}Z`);
  const last = Date.parse(until) >= day ? `;UNTIL=${until.replaceAll("-", "")}${start ? "T235959" : ""}` : "";
  const summary = escaped(title);
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `SEQUENCE:${Math.max(0, Math.floor((now - FIRST) / 1000))}`,
    `DTSTAMP:${basic(now)}Z`,
    ...(start
      ? [`DTSTART:${basic(begins)}`, `DTEND:${basic(begins + minutes * 60_000)}`]
      : [`DTSTART;VALUE=DATE:${basic(begins).slice(0, 8)}`, "TRANSP:TRANSPARENT"]), // a day that stays free
    ...(days.length ? [`RRULE:FREQ=WEEKLY;BYDAY=${days}${last}`] : []),
    `SUMMARY:${summary}`,
    ...(note ? [`DESCRIPTION:${escaped(note)}`] : []),
    "CLASS:PRIVATE",
    ...(alarm && start ? ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${summary}`, "TRIGGER:PT0S", "END:VALARM"] : []),
    "END:VEVENT",
  ];
};

/**
 * @param {Event[]} events
 * @param {Date} now
 * @param {boolean} alarm whether it rings when a time begins
 */
export const calendar = (events, now, alarm) =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Weekly plan//Calendar//EN",
    "CALSCALE:GREGORIAN",
    ...events.flatMap((event) => lines(event, now.getTime(), alarm)),
    "END:VCALENDAR",
  ].map(folded).join("");
