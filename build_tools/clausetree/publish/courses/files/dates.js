// Reads a date that is typed or pasted in any of the ways in which people write them, as the site does (tree/typed_date.py):
// what could be meant in two ways is never guessed.
"use strict";

window.courseDateReader = (days) => {
  const BESIDE = new Set(["st", "nd", "rd", "th", "of", "the", "on", "at"]);
  const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
  const ORDINAL = /^([0-9]{1,2}) ?(?:st|nd|rd|th|\.)$/;
  const SIGNS = /^[a-z0-9 ,./'\u2019()[\]\u00b7\u2010-\u2014-]*$/;
  const CLOCK = /(?:(?<=[0-9])t|\b)(?<time>[0-9]{1,2}(?::[0-9]{2}(?: ?[ap]\.?m\b\.?)?| ?[ap]\.?m\b\.?))/;

  /** @param {CourseDate} date */
  const iso = ({ day, month, year }) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;

  /** @param {CourseDate} date */
  const count = (date) => days.day(iso(date));

  /** @param {string} word */
  const isWeekday = (word) => word.length >= 3 && WEEKDAYS.some((name) => name.startsWith(word));

  /** Of a year of two figures both. @param {CourseDate} date */
  const withWholeYear = (date) =>
    /^[0-9]{2}$/.test(date.year) ? ["20", "19"].map((century) => ({ ...date, year: century + date.year })) : [];

  /** The dates that these words can be: that with the day in front comes first. @param {string[]} words @param {string} time @returns {CourseDate[]} */
  const orders = (words, time) => {
    const figures = words.filter((word) => /^[0-9]/.test(word));
    const names = words.filter((word) => !/^[0-9]/.test(word) && !BESIDE.has(word) && !isWeekday(word));
    const months = names.map(days.readMonth).filter((month, at) => month !== names[at]);
    if (months.length !== names.length || months.length + figures.length !== 3 || months.length > 1) return [];
    const isYearFirst = figures[0]?.length === 4;
    const parts = isYearFirst ? [...figures.slice(1), ...figures.slice(0, 1)] : figures;
    const [year = "", [first = "", second = ""]] = [parts.at(-1), parts.slice(0, -1)];
    if (first.length > 2 || second.length > 2 || ![2, 4].includes(year.length)) return [];
    if (months.length) return [{ day: first, month: months[0] ?? "", year, time }];
    const monthFirst = { day: second, month: first, year, time };
    return isYearFirst ? [monthFirst] : [{ day: first, month: second, year, time }, monthFirst];
  };

  /** A date of which all parts stand in one text. @param {string} typed @param {(date: string) => boolean} isWithin @param {string} time @returns {CourseDate | { several: number[] } | undefined} */
  const whole = (typed, isWithin, time) => {
    const text = typed.toLowerCase().split(/\s+/).filter(Boolean).join(" ");
    const clock = CLOCK.exec(text);
    const rest = clock ? `${text.slice(0, clock.index)} ${text.slice(clock.index + clock[0].length)}` : text;
    if (!SIGNS.test(rest) || (clock && time)) return undefined;
    const found = orders(rest.match(/[0-9]+|[a-z]+/g) ?? [], clock?.groups?.time ?? time);
    const exact = found.filter((date) => date.year.length === 4 && count(date) !== undefined);
    const meant = exact.length
      ? exact
      : found.flatMap(withWholeYear).filter((date) => count(date) !== undefined && isWithin(iso(date)));
    const several = [...new Set(meant.map((date) => count(date) ?? 0))];
    return several.length > 1 ? { several } : (meant[0] ?? found[0]);
  };

  return {
    iso,
    read([day = "", month = "", year = "", time = ""], isWithin) {
      const one = !(day && month && year) && whole([day, month, year].join(" "), isWithin, time);
      if (one) return one;
      const date = {
        day: ORDINAL.exec(day.toLowerCase())?.[1] ?? day,
        month: days.readMonth(month),
        year,
        time,
      };
      const meant = withWholeYear(date).filter((full) => count(full) !== undefined && isWithin(iso(full)));
      return (meant.length === 1 && meant[0]) || date;
    },
  };
};
