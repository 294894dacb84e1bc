// @ts-check
// <quiz-schedule>: the plan of a week, as a table, in words and as a calendar file (schedule.html).
import { all, holds, required, today } from "../../dom.mjs";
import { Tool, fill } from "../../tool.mjs";
import { SITE } from "../../storage.mjs";
import { calendar, mark } from "./calendar.mjs";
import { DAYS, meet } from "./times.mjs";

const GAP = /\{(\w+)\}/g;
const DAY = 86_400_000;

/** @param {Element} root @param {string} selector */
const inputs = (root, selector) => all(root, selector).map((e) => /** @type {HTMLInputElement} */ (e));

/** @param {{ start: string }} a @param {{ start: string }} b */
const earlier = (a, b) => (a.start < b.start ? -1 : 1);

/** @param {Element} element */
const label = (element) => element.getAttribute("aria-label") ?? "";

class QuizSchedule extends Tool {
  /** @override @param {import("../../validate.mjs").Stored} kept */
  restore(kept) {
    for (const day of inputs(this, "[data-after]")) {
      day.defaultValue = new Date(Date.parse(today()) + Number(day.dataset.after) * DAY).toISOString().slice(0, 10);
    }
    super.restore(kept);
    for (const more of all(this, "details")) more.toggleAttribute("open", !!more.querySelector("input:checked"));
  }

  /** @param {string[]} parts */
  list(parts) {
    return new Intl.ListFormat(this.locale).format(parts);
  }

  /**
   * The days in words, as in "Monday to Friday".
   * @param {string[]} days
   */
  named(days) {
    const { everyDay, range } = this.dataset;
    if (days.length === 7) return everyDay;
    const names = days.map((day) => label(required(this, `[name=days][value=${day}]`)));
    const inARow = days.length > 2 && `${DAYS}`.includes(`${days}`);
    return inARow ? fill(range, { from: names[0], to: names.at(-1) }) : this.list(names);
  }

  /** The day of the review; "" if it is none that a calendar can hold: some browsers let a year have five digits. */
  get day() {
    const [day = ""] = this.filled.review ?? [];
    return /^\d{4}-/.test(day) && Date.parse(day) ? day : "";
  }

  /** The times that are part of the plan, in the order of the form. */
  get times() {
    const { filled } = this;
    const clock = new Intl.DateTimeFormat(this.locale, { hour: "numeric", minute: "2-digit", timeZone: "UTC" });
    return all(this, "[data-time]").flatMap((place) => {
      const { time: id = "", column } = place.dataset;
      const [start] = filled[`${id}-start`] ?? [];
      const minutes = Number(filled[`${id}-minutes`]);
      const days = column === "away" ? DAYS : filled.days ?? [];
      const [box] = inputs(place, "[type=checkbox]");
      if (!start || !minutes || !days.length || box?.checked === false) return [];
      const from = Date.parse(`1970-01-01T${start}Z`), to = from + minutes * 60_000;
      const own = filled[`${id}-own`]?.[0] ?? label(place);
      const words = { start: clock.format(from), end: clock.format(to), days: this.named(days), own };
      const span = to < DAY ? clock.formatRange(from, to) : `${words.start} – ${words.end}`; // a range past midnight names dates
      return [{ id, place, column, start, minutes, days, words, span }];
    });
  }

  /** @override */
  update() {
    super.update();
    const { times, filled, scored, day } = this;
    this.warn(times);
    const visits = times.filter(({ column }) => column === "visits").sort(earlier);
    const review = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" };
    const plan = {
      visits: this.list(visits.map(({ span }) => span)),
      times: this.list(visits.map(({ words }) => words.start)),
      days: visits[0]?.words.days,
      minutes: `${visits.reduce((sum, { minutes }) => sum + minutes, 0) || ""}`,
      day: this.named(filled["partner-day"] ?? []),
      partner: filled["partner-name"]?.[0] ?? inputs(this, "[name=partner-name]")[0].placeholder,
      review: day && new Date(day).toLocaleDateString(this.locale, /** @type {any} */ (review)),
    };
    for (const line of all(this, "[data-says]")) {
      const { says = "", event, when } = line.dataset;
      /** @type {Record<string, string | undefined>} */
      const known = scored ? { ...plan, ...times.find(({ id }) => id === event)?.words } : {};
      line.textContent = fill(says, known);
      const whole = [...says.matchAll(GAP)].every(([, gap]) => known[gap]) && holds(when, filled);
      line.hidden = scored && !whole;
      if (line.matches("[data-message]")) required(this, ".week__message").hidden = line.hidden;
    }
    for (const cell of all(this, ".tool__table [data-column]")) {
      const { column, day } = cell.dataset;
      const own = times.filter((time) => time.column === column);
      cell.hidden = scored && !own.length;
      const then = own.filter(({ days }) => scored && day && days.includes(day)).sort(earlier);
      if (day) cell.replaceChildren(...then.map(({ span }) => Object.assign(document.createElement("div"), { textContent: span })));
    }
  }

  /**
   * Tells, beside a time, which others it meets. Two times without the phone may meet.
   * @param {QuizSchedule["times"]} times
   */
  warn(times) {
    required(this, "[data-no-day]").hidden = !!this.filled.days;
    for (const said of all(this, "[data-clash]")) {
      const one = times.find(({ place, column }) => column !== "away" && place.contains(said));
      const others = times.filter((other) => one && other !== one && meet(one, other)).map(({ place }) => label(place));
      said.hidden = !others.length;
      said.textContent = said.hidden ? "" : fill(said.dataset.clash, { times: this.list(others) });
    }
  }

  /** @override @param {Element} target */
  press(target) {
    super.press(target);
    if (target.closest("[data-calendar]")) this.download();
  }

  /** Lets the reader save the plan as a calendar file. */
  download() {
    const { filled, times } = this;
    const plan = mark(`${SITE.host}${SITE.pathname}${this.quiz}`);
    const events = all(this, "[data-summary]:not([hidden])").map(({ dataset: { event = "", summary = "" }, textContent }) => {
      const { start = "", minutes = 0, days = event === "partner" ? filled["partner-day"] : [] } = times.find(({ id }) => id === event) ?? {};
      const from = event === "review" ? this.day : today();
      const uid = `${event}@${plan}`; // the same after a change, so that a calendar puts the new in place of the old
      const [title, note] = filled.discreet ? [filled.discreet[0], ""] : [summary, textContent ?? ""];
      return { uid, title, note, from, start, minutes, days, until: this.day };
    });
    const link = /** @type {HTMLAnchorElement} */ (required(this, "[download]"));
    const file = calendar(events, new Date(), !!filled.alarm);
    const url = (link.href = URL.createObjectURL(new Blob([file], { type: "text/calendar" })));
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000); // some browsers ask the reader first
  }
}

customElements.define("quiz-schedule", QuizSchedule);
