// Takes what is typed as the answer that is kept, or says what is wrong with it, in the words of the site.
"use strict";

window.courseTyping = (days, today) => {
  const figures = window.courseFigures;
  const dates = window.courseDateReader(days, today);

  /** @param {CourseTyped} asked */
  const isMoment = (asked) => asked.boxes.includes("time");

  /** What a text states, as a whole number: of a date and a time, its minute. @param {CourseTyped} asked @param {string} text */
  const scalar = (asked, text) => {
    if (asked.number) return figures.steps(asked.number, text);
    return isMoment(asked) ? days.minute(text) : days.day(text);
  };

  /** What bounds and limits are held against: of a date and a time, the day. @param {CourseTyped} asked @param {string} text */
  const amount = (asked, text) => (asked.number ? scalar(asked, text) : days.day(text.split("T")[0] ?? ""));

  /** @param {CourseTyped} asked @param {string} text */
  const isWithin = (asked, text) => {
    const found = amount(asked, text);
    return found !== undefined && (asked.least ?? today()) <= found && found <= (asked.most ?? today());
  };

  /** What an answer counts as. @param {CourseTyped} asked @param {string} text */
  const meant = (asked, text) => {
    if (!asked.unsure || text !== asked.unsure) return text;
    if (asked.counts) return asked.counts;
    const { year, month, date } = days.parts(asked.most ?? today());
    const two = [month, date].map((part) => String(part).padStart(2, "0"));
    return `${String(year).padStart(4, "0")}-${two.join("-")}${isMoment(asked) ? "T12:00" : ""}`;
  };

  /** @param {CourseTyped} asked @param {string} why @param {string} [box] */
  const refused = (asked, why, box) => ({ words: asked.told[why] ?? "", box: box ?? asked.boxes[0] ?? "" });

  /** @param {CourseTyped} asked @param {CourseNumber} number @param {string} typed @returns {CourseRead} */
  const readNumber = (asked, number, typed) => {
    const read = figures.read(number, typed);
    if (typeof read === "string") return { fault: refused(asked, read) };
    return isBetween(asked, figures.text(number, read));
  };

  /** @param {CourseTyped} asked @param {string} text @returns {CourseRead} */
  const isBetween = (asked, text) =>
    isWithin(asked, text) ? { picked: [text] } : { fault: refused(asked, "beyond") };

  /** What is wrong with a date. @param {CourseTyped} asked @param {CourseDate} date @returns {CourseFault | undefined} */
  const faultOfDate = (asked, { day, month, year }) => {
    const named = Object.entries({ day, month, year });
    const missing = named.filter(([, text]) => !text).map(([name]) => name);
    // What is more than a part, and no date, is not read at all.
    const unread = missing.length && named.find(([, text]) => !/^[0-9]*$/.test(text));
    if (unread) return refused(asked, "unread", named.find(([, text]) => text)?.[0]);
    if (missing.length) {
      const { words } = refused(asked, "lacks");
      return { words: words.replace("{}", missing.join(" and a ")), box: missing[0] ?? "" };
    }
    const other = named.find(([, text]) => !/^[0-9]+$/.test(text));
    if (other) return refused(asked, "figures", other[0]);
    if (year.length !== 4) return refused(asked, "year", "year");
    return days.day(dates.iso({ day, month, year })) === undefined ? refused(asked, "unreal") : undefined;
  };

  /** @param {CourseTyped} asked @param {string[]} typed @returns {CourseRead} */
  const readDate = (asked, typed) => {
    const date = dates.read(typed, (text) => isWithin(asked, text));
    if ("several" in date) {
      const isOne = date.several.length === 1;
      const { words, box } = refused(asked, date.isGuessed ? "guessed" : isOne ? "weekday" : "unclear");
      const told = date.several.map(isOne ? days.whole : days.phrase).join(" or ");
      return { fault: { words: words.replace("{}", told), box } };
    }
    const fault = faultOfDate(asked, date);
    if (fault) return { fault };
    const at = days.readTime(date.time ?? "");
    if (!isMoment(asked))
      return at === "UNREAL" ? { fault: refused(asked, "unread") } : isBetween(asked, dates.iso(date));
    if (typeof at === "string") return { fault: refused(asked, at, "time") };
    const clock = [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, "0"));
    return isBetween(asked, `${dates.iso(date)}T${clock.join(":")}`);
  };

  /** @param {CourseTyped} asked @param {string} text */
  const phrase = (asked, text) => {
    const found = scalar(asked, text);
    if (found === undefined) return "";
    if (!asked.number) return isMoment(asked) ? days.moment(found) : days.phrase(found);
    const { places, one, many, before } = asked.number;
    const unit = found === 10 ** places ? one : many;
    const behind = unit ? `${unit.startsWith("%") ? "" : " "}${unit}` : "";
    return `${before ? `${before} ` : ""}${figures.phrase(asked.number, found)}${behind}`;
  };

  return {
    phrase,
    scalar: (asked, text) => scalar(asked, meant(asked, text)),
    fits: (asked, text) =>
      (asked.unsure !== "" && text === asked.unsure) ||
      (scalar(asked, text) !== undefined && isWithin(asked, text)),
    /** Which of the answers that lead to different places this is. */
    kind(asked, text) {
      const found = amount(asked, meant(asked, text));
      if (found === undefined) return "";
      const from = asked.ago ? today() : 0;
      const at = asked.starts.filter((start, number) => number === 0 || start + from <= found).length;
      return asked.kinds[at - 1] ?? "";
    },
    /** What stands in the boxes of an answer. */
    fields(asked, text) {
      if (asked.number) return [text];
      const [written = "", time = ""] = text.split("T");
      const [year = "", month = "", date = ""] = written.split("-");
      const plain = [date.replace(/^0+/, ""), month.replace(/^0+/, ""), year];
      return isMoment(asked) ? [...plain, time] : plain;
    },
    read(asked, given) {
      const typed = given.slice(0, asked.boxes.length).map(figures.plain);
      const isUnsure = asked.unsure !== "" && given.slice(asked.boxes.length).includes(asked.unsure);
      if (!typed.some(Boolean))
        return isUnsure ? { picked: [asked.unsure] } : { fault: refused(asked, "nothing") };
      if (isUnsure) return { fault: refused(asked, "both") };
      return asked.number ? readNumber(asked, asked.number, given[0] ?? "") : readDate(asked, typed);
    },
  };
};
