// Reads a date that is typed or pasted in any of the ways in which people write them, as the site does (tree/typed_date.py):
// what could be meant in two ways is never guessed.
"use strict";

window.courseDateReader = (days, today) => {
  const BESIDE = new Set(["st", "nd", "rd", "th", "of", "the", "on", "at"]);
  const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
  const DAY = /^([0-9]{1,2}) ?(?:st|nd|rd|th|\.)$/;
  const MONTH = /^([0-9]{1,2})\.$/;
  const YEAR = /^['\u2019]?([0-9]{2,4})\.?$/;
  const SIGNS = /^[a-z0-9 ,./'\u2019()[\]\u00b7\u2010-\u2014-]*$/;
  const IN_BOXES = /^[0-9]{1,2} [0-9]{1,2} [0-9]+$/;
  const CLOCK =
    /(?:(?<=[0-9])t|\b)(?:(?<time>[0-9]{1,2}:[0-9]{2})(?::[0-9]{2})?(?<half> ?[ap]\.?m\b\.?)?|(?<other>[0-9]{1,2}(?:\.[0-9]{2})? ?[ap]\.?m\b\.?|noon\b|midday\b))/;

  // A time that could be part of a date, and is one only where nothing else makes a date of the text.
  const DOTTED_CLOCK = /(?:^|(?<=\s))(?<other>[0-9]{1,2}\.[0-9]{2})(?=,?\s|$)/;
  const YEAR_FIRST = /(?<![0-9])([0-9]{2})[-\u2010-\u2014]([0-9]{1,2})[-\u2010-\u2014]([0-9]{1,2})(?![0-9])/;
  const BESIDE_TODAY = ["yesterday", "today", "tomorrow"];
  const LATER = /(?:,? (?:at )?(?:[0-9]{1,2}(?:[:.][0-9]{2}(?: ?[ap]\.?m\.?)?| ?[ap]\.?m\.?)|noon|midday))?$/
    .source;
  const NAMED = new RegExp(`^(yesterday|today|tomorrow)${LATER}`);
  const DAY_FIRST = new RegExp(
    `^(?:(?<before>[a-z]+)\\.?,? )?(?:the )?(?<on>[0-9]{1,2}) ?(?:st|nd|rd|th|\\.)?(?: of)?[ -]?(?<in>[a-z]{3,})\\.?${LATER}`,
  );
  const MONTH_FIRST = new RegExp(
    `^(?:(?<before>[a-z]+)\\.?,? )?(?<in>[a-z]+)\\.? (?:the )?(?<on>[0-9]{1,2})(?:st|nd|rd|th|\\.)?${LATER}`,
  );

  /** @param {CourseDate} date */
  const iso = ({ day, month, year }) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;

  /** @param {CourseDate} date */
  const count = (date) => days.day(iso(date));

  /** @param {RegExp} pattern @param {string} text */
  const figures = (pattern, text) => pattern.exec(text.toLowerCase())?.[1] ?? text;

  /** @param {string} text */
  const withoutZeros = (text) => text.replace(/^0+/, "");

  /** The number of a weekday; -1 for none. @param {string} word */
  const weekday = (word) => (word.length < 3 ? -1 : WEEKDAYS.findIndex((name) => name.startsWith(word)));

  /** In each century of which it lies within the bounds, or in this one where none does. @param {CourseDate} date @param {(date: string) => boolean} isWithin */
  const withWholeYear = (date, isWithin) => {
    if (!/^[0-9]{2}$/.test(date.year)) return [];
    const full = ["20", "19"].map((century) => ({ ...date, year: century + date.year }));
    const within = full.filter((one) => count(one) !== undefined && isWithin(iso(one)));
    return within.length ? within : full.slice(0, 1);
  };

  /** The dates that these words can be: that with the day in front comes first. @param {string[]} words @param {string} time @param {boolean} asInBoxes @returns {CourseDate[]} */
  const orders = (words, time, asInBoxes) => {
    const numbers = words.filter((word) => /^[0-9]/.test(word));
    const others = words.filter((word) => !/^[0-9]/.test(word) && !BESIDE.has(word));
    const names = others.filter((word) => weekday(word) < 0);
    const months = names.map(days.readMonth).filter((month, at) => month !== names[at]);
    if (months.length !== names.length || months.length + numbers.length !== 3 || months.length > 1) return [];
    const isYearFirst = numbers[0]?.length === 4;
    const parts = isYearFirst ? [...numbers.slice(1), ...numbers.slice(0, 1)] : numbers;
    const [year = "", [first = "", second = ""]] = [parts.at(-1), parts.slice(0, -1)];
    if (first.length > 2 || second.length > 2 || ![2, 4].includes(year.length)) return [];
    if (months.length) return [{ day: first, month: months[0] ?? "", year, time }];
    const monthFirst = { day: second, month: first, year, time };
    if (isYearFirst) return [monthFirst];
    const dayFirst = { day: first, month: second, year, time };
    return asInBoxes ? [dayFirst] : [dayFirst, monthFirst];
  };

  /** @param {string} text @param {string} time */
  const inOrders = (text, time) => orders(text.match(/[0-9]+|[a-z]+/g) ?? [], time, IN_BOXES.test(text));

  /** What "25-12-20" is where the year stands in front. @param {string} text @param {string} time @param {(date: string) => boolean} isWithin */
  const yearFirst = (text, time, isWithin) => {
    const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
    if (!year || !month || !day) return [];
    const full = withWholeYear({ day, month, year, time }, isWithin);
    return full.filter((one) => count(one) !== undefined && isWithin(iso(one)));
  };

  /** The day nearest to today that a text without a year may mean (tree/meant_date.py). @param {string} typed @param {(date: string) => boolean} isWithin @returns {number | undefined} */
  const meantDay = (typed, isWithin) => {
    const text = typed.toLowerCase().split(/\s+/).filter(Boolean).join(" ");
    const named = NAMED.exec(text)?.[1];
    if (named) return today() + BESIDE_TODAY.indexOf(named) - 1;
    const {
      before = "on",
      in: name = "",
      on = "",
    } = (DAY_FIRST.exec(text) ?? MONTH_FIRST.exec(text))?.groups ?? {};
    const month = days.readMonth(name);
    const wanted = before === "on" ? undefined : weekday(before);
    if (month === name || wanted === -1) return undefined;
    const near = wanted === undefined ? 4 : 1;
    const { year } = days.parts(today());
    const years = Array.from({ length: 2 * near + 1 }, (_, at) => String(year - near + at).padStart(4, "0"));
    const found = years
      .map((one) => ({ day: on, month, year: one }))
      .filter((one) => {
        const at = count(one);
        return at !== undefined && (wanted === undefined || (at + 6) % 7 === wanted);
      });
    const within = found.filter((one) => isWithin(iso(one)));
    const far = (/** @type {CourseDate} */ one) => Math.abs((count(one) ?? 0) - today());
    const [nearest] = (within.length ? within : found).sort((one, other) => far(one) - far(other));
    return nearest && count(nearest);
  };

  /** What is found of a time, and the text without it. @param {string} text @param {string} time */
  const parted = (text, time) => {
    const clock = CLOCK.exec(text) ?? (inOrders(text, time).length ? null : DOTTED_CLOCK.exec(text));
    if (!clock) return { text };
    const { time: hour = "", half = "", other } = clock.groups ?? {};
    const rest = `${text.slice(0, clock.index)} ${text.slice(clock.index + clock[0].length)}`;
    return { text: rest, clock: other ?? hour + half };
  };

  /** A date of which all parts stand in one text. @param {string} typed @param {(date: string) => boolean} isWithin @param {string} time @returns {CourseDate | { several: number[] } | undefined} */
  const whole = (typed, isWithin, time) => {
    const { text, clock } = parted(typed.toLowerCase().split(/\s+/).filter(Boolean).join(" "), time);
    // Whatever stands in the box for the time is to say the same.
    if (clock !== undefined && time !== "" && time !== clock) return undefined;
    const words = text.match(/[0-9]+|[a-z]+/g) ?? [];
    const found = inOrders(text, clock ?? time);
    if (!SIGNS.test(text) || !found[0]) return undefined;
    const full = found.map((one) => (/^[0-9]{2}$/.test(one.year) ? withWholeYear(one, isWithin) : [one]));
    full.push(yearFirst(text, clock ?? time, isWithin));
    const real = full.map((some) => some.filter((one) => count(one) !== undefined));
    const meant = real.flat();
    if (!meant.length) return full[0]?.[0];
    const named = words.map(weekday).filter((one) => one >= 0);
    const ofWeekday = meant.filter((one) => named.every((day) => ((count(one) ?? 0) + 6) % 7 === day));
    const several = [...new Set((ofWeekday.length ? ofWeekday : meant).map((one) => count(one) ?? 0))];
    if (!ofWeekday.length) return { several: several.slice(0, 1) };
    if (several.length === 1) return ofWeekday[0];
    // Where the century alone is open, the year is what to mend.
    return real.filter((some) => some.length).length > 1 ? { several } : found[0];
  };

  return {
    iso,
    read([day = "", month = "", year = "", time = ""], isWithin) {
      const isFull = Boolean(day && month && year);
      const one = whole(isFull ? day : [day, month, year].join(" "), isWithin, time);
      const date = {
        day: figures(DAY, day),
        month: days.readMonth(figures(MONTH, month)),
        year: figures(YEAR, year),
        time,
      };
      if (one && !isFull) return one;
      const [alone, ...others] = [day, month, year].filter(Boolean);
      const meant = alone && !others.length ? meantDay(alone, isWithin) : undefined;
      if (meant !== undefined) return { several: [meant], isGuessed: true };
      if (one && !("several" in one)) {
        const isSame = withoutZeros(one.month) === withoutZeros(date.month) && one.year === date.year;
        if (isSame) return one;
      }
      const full = withWholeYear(date, isWithin);
      return (full.length === 1 && full[0]) || date;
    },
  };
};
