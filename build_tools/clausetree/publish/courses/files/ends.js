// By when something is due, for a learner who has said when what it is counted from was. The rules, and where they are from,
// are in docs/authoring/deadlines.md; tree/deadlines/ has the site's.
"use strict";

window.courseEnds = ({ ends, pieces, calendar }, days, today) => {
  const { MINUTES } = days;
  const LAST = days.day("9999-12-31") ?? 0;

  /** @param {CourseCalendar} known @param {number[]} on */
  const covers = (known, ...on) => on.every((day) => known.first <= day && day <= known.last);

  /** @param {CourseCalendar} known @param {number} day */
  const isWorking = (known, day) => !known.weekend.includes((day + 6) % 7) && !known.closed.includes(day);

  /** @param {CourseCalendar} known @param {number} day */
  const nextWorking = (known, day) => {
    for (let next = day + 1; next <= known.last; next += 1) if (isWorking(known, next)) return next;
    return undefined;
  };

  /** @param {number} minute @param {number} hours @returns {CourseDue} */
  const hoursLater = (minute, hours) => {
    let end = minute + hours * 60;
    if (calendar?.changes.length) {
      for (const [change, forward] of calendar.changes) if (minute < change && change <= end) end += forward;
      if (!covers(calendar, Math.floor(minute / MINUTES), Math.floor(end / MINUTES))) return "calendar";
    }
    return { day: Math.floor(end / MINUTES), minute: end };
  };

  /** @param {number} day @param {number} amount @returns {CourseDue} */
  const workingDaysLater = (day, amount) => {
    if (!calendar) return "working";
    /** @type {number | undefined} */
    let last = covers(calendar, day) ? day : undefined;
    for (let left = amount; left > 0 && last !== undefined; left -= 1) last = nextWorking(calendar, last);
    return last === undefined ? "calendar" : { day: last };
  };

  /** @param {number} day @param {number} months @returns {CourseDue} */
  const monthsLater = (day, months) => {
    const end = days.later(day, months);
    return end === undefined ? "dates" : { day: end };
  };

  /** @param {string} unit @param {number} amount @param {number} minute @returns {CourseDue} */
  const endOf = (unit, amount, minute) => {
    const day = Math.floor(minute / MINUTES);
    if (unit === "hour") return hoursLater(minute, amount);
    if (unit === "working day") return workingDaysLater(day, amount);
    if (unit === "month" || unit === "year") return monthsLater(day, unit === "year" ? amount * 12 : amount);
    return { day: day + amount * (unit === "week" ? 7 : 1) };
  };

  /** The earlier of two readings: the day is taken off at the end, or first. @param {string} unit @param {number} amount @param {number} minute @returns {CourseDue} */
  const lessADay = (unit, amount, minute) => {
    const due = endOf(unit, amount, minute);
    if (typeof due === "string") return due;
    const late = { day: due.day - 1 };
    if ((unit !== "month" && unit !== "year") || minute < 2 * MINUTES) return late;
    const early = endOf(unit, amount, minute - MINUTES);
    return typeof early !== "string" && early.day < late.day ? early : late;
  };

  /** The next working day, if nobody works on the last. @param {number} day @returns {CourseDue} */
  const moved = (day) => {
    if (!calendar) return "working";
    if (!covers(calendar, day)) return "calendar";
    if (isWorking(calendar, day)) return { day };
    const next = nextWorking(calendar, day);
    return next === undefined ? "calendar" : { day: next, movedFrom: day };
  };

  /** @param {CourseEnd} end @param {number} minute @returns {CourseDue} */
  const count = ([, amount, unit, isLess, isMoved], minute) => {
    const due = isLess ? lessADay(unit, amount, minute) : endOf(unit, amount, minute);
    if (typeof due === "string") return due;
    if (due.day < 1 || due.day > LAST) return "dates";
    return isMoved ? moved(due.day) : due;
  };

  /** @param {string} name @param {string[]} given */
  const fill = (name, ...given) => given.reduce((so, one) => so.replace("{}", () => one), pieces[name] ?? "");

  /** @param {number} minute */
  const minutePhrase = (minute) => {
    const on = days.whole(Math.floor(minute / MINUTES));
    const of = minute % MINUTES;
    return of ? fill("minute", days.time(of), on) : fill("midnight", on);
  };

  return {
    question: (number) => ends[number]?.[0] ?? "",
    /** What is said of the end, counted from a minute. */
    say(number, minute) {
      const end = ends[number];
      if (!end) return { end: "", more: "" };
      const due = count(end, minute);
      if (typeof due === "string") return { end: "", more: fill(due) };
      const until = due.minute === undefined ? fill("day", days.whole(due.day)) : minutePhrase(due.minute);
      const more = due.movedFrom === undefined ? "" : fill("moved", days.whole(due.movedFrom));
      return { end: `${end[5]} ${until}`, more: more + (due.day < today() ? fill("past") : "") };
    },
  };
};
