// Days and times: how they are counted, read and said, as on the site (tree/scalar.py, tree/typed.py). A day is a number, as
// Python counts dates; a minute is one since the start of day 0.
"use strict";

window.courseDays = ({ months, weekdays }) => {
  const EPOCH = 719_163; // 1 January 1970
  const DAY = 86_400_000; // milliseconds
  const MINUTES = 24 * 60;
  const TIME =
    /^(?<hour>[0-9]{1,2})(?:\s*[:.\uff1ah]\s*(?<minute>[0-9]{2})|(?<joined>[0-9]{2}))?(?:\s*(?<half>[ap])\.?\s*m\.?|\s*(?<whole>h|hrs?|hours|o['’]?\s*clock))?$/;
  const MIDNIGHT = /^(?:(?:12\s*|at\s+)?midnight|24[:.\uff1ah]?00)$/;
  const MIDDAY = /^(?:12\s*|at\s+)?(?:noon|midday)$/;

  /** A year below 100 is no year of the last century. @param {number} year @param {number} month @param {number} date */
  const count = (year, month, date) => new Date(0).setUTCFullYear(year, month - 1, date) / DAY + EPOCH;

  /** @param {number} day */
  const parts = (day) => {
    const at = new Date((day - EPOCH) * DAY);
    return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
  };

  /** @param {string} text */
  const day = (text) => {
    const [, year, month, date] = (/^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text) ?? []).map(Number);
    if (!year || !month || !date) return undefined;
    const found = count(year, month, date);
    const read = parts(found);
    return read.year === year && read.month === month && read.date === date ? found : undefined;
  };

  /** @param {string} text */
  const minute = (text) => {
    const [written = "", time = ""] = text.split("T");
    const [, hour, of] = /^([01][0-9]|2[0-3]):([0-5][0-9])$/.exec(time) ?? [];
    const on = day(written);
    return on === undefined || !hour ? undefined : on * MINUTES + Number(hour) * 60 + Number(of);
  };

  /** @param {Record<string, string | undefined>} found @returns {number | string} */
  const minuteOf = ({ hour, minute: parted, joined, half, whole }) => {
    const minutes = parted ?? joined;
    const [hours, of] = [Number(hour), Number(minutes ?? 0)];
    if (!(minutes || half || whole)) return "HOUR_ALONE";
    if (half && hours === 12 && of === 0) return "TWELVE";
    // "14:30pm" says the same twice; "0:30pm" and "14:30am" say what cannot be.
    if (hours > 23 || of > 59 || (half === "a" && hours > 12) || (half === "p" && hours === 0)) return "UNREAL";
    return (half ? (hours % 12) + (half === "p" ? 12 : 0) : hours) * 60 + of;
  };

  /** @param {number} of */
  const time = (of) => {
    if (of === MINUTES / 2) return "midday";
    const [hour, minutes] = [Math.floor(of / 60), of % 60];
    const behind = minutes ? `:${String(minutes).padStart(2, "0")}` : "";
    return `${((hour + 11) % 12) + 1}${behind}${hour < 12 ? "am" : "pm"}`;
  };

  /** @param {number} on */
  const phrase = (on) => {
    const { year, month, date } = parts(on);
    return `${date} ${months[month - 1]} ${year}`;
  };

  return {
    MINUTES,
    parts,
    day,
    minute,
    time,
    phrase,
    /** With the day of the week. */
    whole: (on) => `${weekdays[(on + 6) % 7]} ${phrase(on)}`,
    /** A date and a time. */
    moment(at) {
      const on = phrase(Math.floor(at / MINUTES));
      // "At midnight" alone leaves open which night.
      return at % MINUTES ? `${on} at ${time(at % MINUTES)}` : `midnight at the start of ${on}`;
    },
    /** The minute of the day that was typed, or why there is none. */
    readTime(typed) {
      const words = typed.toLowerCase();
      if (!words) return "MISSING";
      if (MIDNIGHT.test(words)) return "MIDNIGHT";
      if (MIDDAY.test(words)) return MINUTES / 2;
      const found = TIME.exec(words)?.groups;
      return found ? minuteOf(found) : "UNREAL";
    },
    /** The month that was typed in figures, also if it is in words. */
    readMonth(typed) {
      const word = typed.toLowerCase().replace(/\.$/, "");
      const at = months.findIndex((name) => {
        const own = name.toLowerCase();
        return word === own || word === own.slice(0, 3) || (word === "sept" && own === "september");
      });
      return at < 0 ? typed : String(at + 1);
    },
    /** The corresponding date of a later month, or the last day of that; nothing where no date is so late. */
    later(on, more) {
      const { year, month, date } = parts(on);
      const end = parts(count(year, month + more + 1, 0));
      return end.year > 9999 ? undefined : count(end.year, end.month, Math.min(date, end.date));
    },
    /** The day on which this is read, where the reader is. */
    today() {
      const now = new Date();
      return count(now.getFullYear(), now.getMonth() + 1, now.getDate());
    },
  };
};
