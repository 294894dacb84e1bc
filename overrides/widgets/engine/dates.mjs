// @ts-check
// Days as a reader says them.

/**
 * @param {string} date as in 2026-11-22
 * @param {Element} where whose language to say it in
 */
export const inWords = (date, where) => {
  const day = new Date(`${date}T12:00`);
  try {
    return day.toLocaleDateString(where.closest("[lang]")?.getAttribute("lang") || [], { dateStyle: "long" });
  } catch {
    return date; // a language that the browser does not take for one, as en-US@posix
  }
};
