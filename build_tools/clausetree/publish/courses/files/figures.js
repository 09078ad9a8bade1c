// Reads a number or an amount of money in any of the ways in which people write them, and says it again, as the site does
// (tree/typed_number.py, tree/numbers.py). All are counted by their smallest step, and what could be meant in two ways is
// never guessed.
"use strict";

window.courseFigures = (() => {
  /** What else people call the currencies of these signs. @type {Record<string, string[]>} */
  const NAMES = {
    "£": ["gbp", "pound", "pounds"],
    "€": ["eur", "euro", "euros"],
    $: ["usd", "us$", "dollar", "dollars"],
    "¥": ["jpy", "yen"],
    "₹": ["inr", "rs", "rupee", "rupees"],
  };
  const SIGNS = "£€$¥₩₹₺₽₪₫₦₱₴₵₡₸฿";
  /** Signs that are written in several ways. @type {[RegExp, string][]} */
  const ALIKE = [
    [/[\u2010-\u2012\u2013\u2212\ufe63\uff0d]/g, "-"],
    [/[\uff0e\u066b]/g, "."],
    [/[\uff0c\u066c]/g, ","],
    [/\u2019/g, "'"],
    [/\uff0b/g, "+"],
    [/\uffe1/g, "£"],
    [/\uffe5/g, "¥"],
    [/\uff04/g, "$"],
    [/\uff05/g, "%"],
  ];
  const TYPED =
    /^(?<minus>-|minus )? ?\+?(?<before>[^0-9.,+-]*?) ?(?<later>-)? ?(?<figures>\.?[0-9](?:[0-9., ']*[0-9])?)\.? ?(?<behind>[^0-9., ].*)?$/u;
  const FIGURES =
    /^(?<whole>[0-9]{1,3}(?:(?<mark>[, '])[0-9]{3})(?:\k<mark>[0-9]{3})*|[0-9]*)(?:\.(?<part>[0-9]+))?$/;
  const KEPT = /^-?[0-9]{1,9}(?:\.[0-9]+)?$/;
  const MOST = 30; // more figures are as much beyond all bounds

  /** The figures of every script stand in order, ten at a time. @param {string} sign */
  const figure = (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    let before = 0;
    while (before < code && /\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
    return String(before % 10);
  };

  /** Without marks that nobody sees and spaces around it, and with 0 to 9 for the figures of any script. @param {string} text */
  const plain = (text) =>
    text
      .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
      .trim()
      .replace(/\p{Nd}/gu, figure);

  /** @param {string} text */
  const spaced = (text) => text.split(/\s+/).filter(Boolean).join(" ");

  /** @param {string} mark @param {string} unit */
  const isUnit = (mark, unit) => {
    const own = spaced(unit.toLowerCase());
    if (mark === "%") return own.startsWith(mark);
    return mark === own || (own.length > 3 && own.endsWith("s") && mark === own.slice(0, -1));
  };

  /** What is wrong with what stands beside the figures; "" for nothing. @param {CourseNumber} number @param {string} mark */
  const faultBeside = ({ currency, units }, mark) => {
    const names = Object.hasOwn(NAMES, currency) ? (NAMES[currency] ?? []) : [];
    if (mark === currency.toLowerCase() || names.includes(mark)) return "";
    if (units.some((unit) => isUnit(mark, unit))) return "";
    const others = Object.values(NAMES).flat();
    if (currency && (others.includes(mark) || SIGNS.includes(mark) || /^[a-z]{3}$/.test(mark)))
      return "CURRENCY";
    return units.length && /^\p{L}+$/u.test(mark) ? "UNIT" : "UNREAL";
  };

  /** @param {string} figures */
  const unread = (figures) => {
    if (/^[0-9]{1,3}(?:\.[0-9]{3})+$/.test(figures)) return "DOT";
    return figures.includes(",") ? "COMMA" : "UNREAL";
  };

  /** @param {number} places @param {string} figures @returns {number | string} */
  const steps = (places, figures) => {
    const found = FIGURES.exec(figures)?.groups;
    if (!found) return unread(figures);
    const { whole = "", part = "" } = found;
    if (part.length === 3 && places < 3 && /^[1-9][0-9]{0,2}$/.test(whole)) return places ? "PLACES" : "DOT";
    const decimals = part.replace(/0+$/, "");
    if (decimals.length > places) return "PLACES";
    const figuresAlone = whole.replace(/\D/g, "").replace(/^0+/, "").slice(0, MOST);
    return Number(figuresAlone + decimals.padEnd(places, "0"));
  };

  /** @param {CourseNumber} number @param {number} scalar */
  const text = ({ places }, scalar) => {
    const digits = String(Math.abs(scalar)).padStart(places + 1, "0");
    const whole = digits.slice(0, digits.length - places);
    const part = digits.slice(digits.length - places).replace(/0+$/, "");
    return `${scalar < 0 ? "-" : ""}${whole}${part ? `.${part}` : ""}`;
  };

  /** @param {CourseNumber} number @param {number} scalar */
  const phrase = (number, scalar) => {
    const { places, currency } = number;
    const minus = scalar < 0 ? "\u2212" : "";
    if (!currency) return minus + text(number, Math.abs(scalar));
    const [whole = "", part = ""] = text(number, Math.abs(scalar)).split(".");
    const thousands = whole.replace(/\B(?=(?:[0-9]{3})+$)/g, ",");
    // A code stands apart, and never at the end of a line.
    const before = /^\p{L}+$/u.test(currency) ? `${currency}\u00a0` : currency;
    return `${minus}${before}${thousands}${part ? `.${part.padEnd(places, "0")}` : ""}`;
  };

  return {
    plain,
    text,
    phrase,
    read(number, typed) {
      const alike = ALIKE.reduce((so, [sign, plainSign]) => so.replace(sign, plainSign), plain(typed));
      const found = TYPED.exec(spaced(alike.toLowerCase()))?.groups;
      if (!found || (found.minus && found.later)) return "UNREAL";
      const beside = [found.before, found.behind].filter((mark) => mark !== undefined && mark !== "");
      const fault = beside.map((mark) => faultBeside(number, mark ?? "")).find(Boolean);
      const read = fault ?? steps(number.places, found.figures ?? "");
      return typeof read === "number" && (found.minus || found.later) ? -read : read;
    },
    /** How many steps a number that is kept has. */
    steps({ places }, kept) {
      const [whole = "", part = ""] = kept.split(".");
      if (!KEPT.test(kept) || part.length > places) return undefined;
      return Number(whole + part.padEnd(places, "0"));
    },
  };
})();
