// @ts-check
// When times of a week meet.

/**
 * @typedef {object} Time
 * @property {string} start as in 12:30
 * @property {number} minutes
 * @property {string[]} days as in MO
 */

export const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const A_WEEK = 7 * 24 * 60;

/**
 * When a time begins, in minutes from the beginning of the week, on each of its days.
 * @param {Time} time
 */
const begins = ({ start, days }) => {
  const [hours, minutes] = start.split(":").map(Number);
  return days.map((day) => (DAYS.indexOf(day) * 24 + hours) * 60 + minutes);
};

/**
 * Whether two times share a minute; one that goes on past Sunday's midnight goes on in Monday.
 * @param {Time} a
 * @param {Time} b
 */
export const meet = (a, b) =>
  begins(a).some((one) =>
    begins(b).some((other) => {
      const later = (other - one + A_WEEK) % A_WEEK;
      return later < a.minutes || A_WEEK - later < b.minutes;
    })
  );
