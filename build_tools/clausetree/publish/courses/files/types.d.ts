// What the scripts of a course are to one another. Read by the type checker alone.

/** What was picked, by question; at a step, that it is done. */
type CoursePicks = Map<string, string[]>;

/** A number or an amount, and what stands beside it, as HTML. */
interface CourseNumber {
  places: number;
  currency: string;
  /** What may be typed beside it. */
  units: string[];
  one: string;
  many: string;
  before: string;
}

/** A question that is answered by typing. Numbers are counted by their smallest step, dates as Python counts them. */
interface CourseTyped {
  /** What a learning system keeps of it. */
  mark: string;
  /** The names of the boxes, in order. */
  boxes: string[];
  /** The bounds; nothing where it is today. */
  least: number | null;
  most: number | null;
  /** The first of each stretch that leads elsewhere; where it goes by days `ago`, counted from today. */
  starts: number[];
  kinds: string[];
  ago: boolean;
  /** The answer of who does not know, and what that counts as; "" for today. */
  unsure: string;
  counts: string;
  number: CourseNumber | null;
  /** What is said of what cannot be taken. */
  told: Record<string, string>;
}

/** What is wrong with what was typed, and the name of the box to go to. */
interface CourseFault {
  words: string;
  box: string;
}

/** An answer, or why there is none. */
type CourseRead = { picked: string[]; fault?: never } | { picked?: never; fault: CourseFault };

/** How long there is, and from what; what stands before the end of it. */
type CourseEnd = [
  question: string,
  amount: number,
  unit: string,
  isLessADay: boolean,
  isMoved: boolean,
  before: string,
];

/** The last day or minute, or why nobody can tell it: by the name of what is said then. */
type CourseDue = { day: number; minute?: number; movedFrom?: number } | string;

/** The days on which people work, as tree/deadlines/calendar.py has them. */
interface CourseCalendar {
  first: number;
  last: number;
  weekend: number[];
  closed: number[];
  changes: [minute: number, forward: number][];
}

/** What days are called. */
interface CourseDayNames {
  months: string[];
  weekdays: string[];
}

/** What days are counted with and said in. */
interface CourseDates extends CourseDayNames {
  /** Whether anything but what is past goes by today. */
  today: boolean;
  ends: CourseEnd[];
  /** With "{}" for what is to be put in. */
  pieces: Record<string, string>;
  calendar: CourseCalendar | null;
}

/** Counts, reads and says days. */
interface CourseDays {
  /** Of a day. */
  MINUTES: number;
  parts(day: number): { year: number; month: number; date: number };
  day(text: string): number | undefined;
  minute(text: string): number | undefined;
  time(minute: number): string;
  phrase(day: number): string;
  whole(day: number): string;
  moment(minute: number): string;
  readTime(typed: string): number | string;
  readMonth(typed: string): string;
  later(day: number, months: number): number | undefined;
  today(): number;
}

/** What was typed of a date, in figures as far as they can be read. */
interface CourseDate {
  day: string;
  month: string;
  year: string;
  time?: string;
}

/** Reads dates. */
interface CourseDateReader {
  iso(date: CourseDate): string;
  /** The date that stands in the boxes, or the days that it may mean. */
  read(
    boxes: string[],
    isWithin: (date: string) => boolean,
  ): CourseDate | { several: number[]; isGuessed?: boolean };
}

/** Reads and says numbers. */
interface CourseFigures {
  plain(text: string): string;
  /** How many steps were typed, or the name of what is wrong with it. */
  read(number: CourseNumber, typed: string): number | string;
  text(number: CourseNumber, steps: number): string;
  phrase(number: CourseNumber, steps: number): string;
  steps(number: CourseNumber, kept: string): number | undefined;
}

/** Reads and says what is typed. An answer is kept as one text. */
interface CourseTyping {
  read(asked: CourseTyped, given: string[]): CourseRead;
  fits(asked: CourseTyped, text: string): boolean;
  kind(asked: CourseTyped, text: string): string;
  fields(asked: CourseTyped, text: string): string[];
  phrase(asked: CourseTyped, text: string): string;
  /** What an answer counts as; of a date and a time, its minute. */
  scalar(asked: CourseTyped, text: string): number | undefined;
}

/** By when it is due, and what to know of that; `end` is "" where nobody can tell. */
interface CourseEndSaid {
  end: string;
  more: string;
}

/** A question or a step. */
interface CourseAsked {
  /** Where it is answered by typing. */
  typed?: CourseTyped;
  /** The option that stands for each: several lead to the same. */
  kinds: Record<string, string>;
  /** The one that counts only where nothing else was picked; "" where there is none. */
  weak: string;
  /** What a learning system keeps of each. */
  marks: Record<string, string>;
  /** How each is shown again, as HTML, in the order of the question: that of an object would be another. */
  words: [option: string, html: string][];
}

/** How a stop stands in the table. */
type CourseRow = [
  node: string,
  shown: number[],
  refusal: number[],
  said: number[],
  isFront: 0 | 1,
  back: number,
  changes: Record<string, number>,
  answers: Record<string, number>,
  share: number,
];

/** A stop of the conversation. */
interface CourseStop {
  node: string;
  /** What is shown, and what to whoever goes on without an answer, as numbers of pieces. */
  shown: number[];
  refusal: number[];
  /** What was answered, as numbers of what was said. */
  said: number[];
  /** Whether nobody went back to come here. */
  isFront: boolean;
  /** The numbers of the stops that Back, Change and each kind of answer lead to; -1 where there is no Back. */
  back: number;
  changes: Record<string, number>;
  answers: Record<string, number>;
  /** How much of the way lies behind her, of 100, at least. */
  share: number;
}

/** All that a course looks up. Where `way` is "sections" there is nothing but that. */
interface CourseTable {
  way: "whole" | "onward" | "sections";
  /** Tells the table from that of another version. */
  mark: string;
  /** How many characters a learning system keeps at the most of where a learner is. */
  longest: number;
  asked: Record<string, CourseAsked>;
  outcomes: Record<string, string>;
  duties: Record<string, string>;
  places: Record<string, string>;
  pieces: string[];
  said: string[];
  stops: CourseRow[];
  /** Where anything is typed. */
  dates?: CourseDates;
}

/** Where a learner is, and what is hers. */
interface CourseVisit {
  at: number;
  picks: CoursePicks;
  ticks: Set<string>;
}

/** A visit that was kept, whether it may be told otherwise by this package, and whether what was typed fits no more. */
type CourseFound = CourseVisit & { changed: boolean; past: boolean };

/** Looks up what is shown, and where what a learner does leads: to no visit where it leads nowhere. */
interface CourseLookup {
  stop(number: number): CourseStop;
  asked(question: string): CourseAsked | undefined;
  kindOf(question: string, picked: string[]): string;
  onward(at: number, picked: string[]): number | undefined;
  picksAt(at: number, picks: CoursePicks): CoursePicks;
  begin(): CourseVisit;
  html(pieces: number[]): string;
  /** What an outcome is called; nothing for any other node. */
  outcome(node: string): string | undefined;
  words(question: string, picked: string[]): string[];
  plain(html: string): string;
  /** Whether it is another day than when it was asked last, and anything goes by that. */
  isAnother(): boolean;
  /** Takes what was given in a form. */
  read(question: string, given: string[]): { picked?: string[]; fault?: CourseFault };
  /** How many boxes a question has to type in, and what stands in them of an answer. */
  boxes(question: string): number;
  fields(question: string, picked: string[]): string[];
  /** Whether a text that was kept can be the answer that is typed to a question. */
  fits(question: string, text: string): boolean;
  /** What is said of the end of a deadline; nothing if it is not known when it began. */
  due(visit: CourseVisit, number: number): CourseEndSaid | undefined;
  /** What a question offers, as plain words; nothing of a step. */
  choices(question: string): CourseChoice[];
  mark(question: string, option: string): string;
  answer(visit: CourseVisit, picked: string[]): CourseVisit | undefined;
  back(visit: CourseVisit): CourseVisit | undefined;
  change(visit: CourseVisit, question: string): CourseVisit | undefined;
}

/** Shows pieces, and what is wrong with what was typed. */
interface CourseScreen {
  put(visit: CourseVisit, pieces: number[], typed: string[], picked: string[]): void;
  explain(fault: CourseFault): void;
}

/** Packs a visit into few letters, and finds it again. */
interface CourseMemory {
  write(visit: CourseVisit): string;
  read(kept: string): CourseFound;
}

/** What stands in the learning system when a visit begins; `kept` and `back` are "" where there is nothing. */
interface CourseStart {
  kept: string;
  /** Whether an outcome was reached, in this visit or in one before. */
  done: boolean;
  /** Where to go afterwards. */
  back: string;
  /** Whether somebody only looks: then nothing is kept or reported. */
  looks: boolean;
}

/** What a question offers. */
interface CourseChoice {
  id: string;
  words: string;
}

/** A question that was answered, what it offered, if anything, and when (as ISO 8601, in UTC). */
interface CourseAnswer {
  question: string;
  title: string;
  picked: string[];
  words: string[];
  choices: CourseChoice[];
  at: string;
}

/** What an author chose (see options.py). */
interface CourseOptions {
  eachAnswer: boolean;
  score: boolean;
}

/** An outcome, and what it is called. */
interface CourseReached {
  outcome: string;
  title: string;
}

/** Where the learner stands. `outcome` is the one before her, or one that has yet to be taken; or "". */
interface CourseStanding extends CourseReached {
  kept: string;
  /** Whether anything was answered. */
  begun: boolean;
  /** How much of the way lies behind her, of 100. */
  share: number;
}

/** What the learner has done, all of it. `answers` have yet to be told one by one. */
interface CourseProgress extends CourseStanding {
  answers: CourseAnswer[];
  /** Whether an outcome was reached, now or earlier. */
  done: boolean;
}

/**
 * How much of it a learning system took. An error says that it was nothing, or not known to be anything:
 * `CourseEndedError` that it never will be in this visit.
 */
type CourseTaken = {
  /** Whether there was room for where she is. */
  room: boolean;
  /** What became of all answers that were told by themselves, and of points. */
  each: CourseVerdict;
  points: CourseVerdict;
};

/** What became of what a learning system may do without: "none" where it was not told of any. */
type CourseVerdict = "none" | "taken" | "refused";

/** Speaks to the learning system. `start` fails where none answers. */
interface CourseReport {
  start(): Promise<CourseStart>;
  save(progress: CourseProgress): Promise<CourseTaken>;
  /** The page is left: for good, or nobody knows. What was told last may yet be on its way. */
  stop(forGood: boolean): void;
}

interface CourseKeeper {
  begin(start: CourseStart): void;
  /** What she answered, to be told with what is kept next. */
  note(answer: CourseAnswer | undefined): void;
  keep(standing: CourseStanding): void;
  /** The learner follows the link back to her learning system. Until the page is left she may think better of it. */
  leave(): void;
}

/** One thing that a browser keeps for a page; nothing where it keeps none. */
interface BrowserStorage {
  read(): Record<string, unknown> | undefined;
  write(value: unknown): void;
}

/** What is to come of what is done to a question. */
interface Heeding {
  answer(picked: string[]): void;
  press(what: string, node?: string): void;
  tick(duty: string, on: boolean): void;
}

// The site's own scripts have these too.
declare var browserStorage: (place: () => Storage, key: string) => BrowserStorage;
declare var cameBack: () => boolean;
declare var heed: (live: HTMLElement, reader: Heeding, signal?: AbortSignal) => void;
declare var bringTo: (shown: Element, place: Element | null) => void;

/** Asks and tells a learning system that speaks cmi5. */
interface CourseWire {
  /** Takes the key to a visit, which is given out once; nothing where it was given before. */
  key(): Promise<string | undefined>;
  open(token: string): void;
  newId(): string;
  state(id: string): string;
  preferences(): string;
  ask(path: string): Promise<Record<string, unknown> | undefined>;
  keep(path: string, said: object): Promise<void>;
  /** What became of a statement. Fails where it may be taken at another time. */
  tell(id: string, said: object): Promise<"taken" | "forbidden" | "refused">;
}

/** What an edition of SCORM calls what a course says. */
interface CourseWords {
  /** What the learning system puts into a window. */
  api: string;
  initialize: string;
  get: string;
  set: string;
  commit: string;
  terminate: string;
  lastError: string;
  /** The error that says that a visit was begun before. */
  begunBefore: string;
  mode: string;
  status: string;
  location: string;
  exit: string;
  time: string;
  timeForm: "clock" | "duration";
  /** What kind of interaction has room for words, and for how many characters. */
  kind: string;
  room: number;
  response: string;
  /** The time of an answer. */
  moment: string;
  /** What all that is said of points begins with. */
  score: string;
  /** The share of all points that was reached. "" where there is none. */
  scaled: string;
  /** How much of the way lies behind her. "" where there is none. */
  share: string;
  /** "" where there is none. */
  description: string;
  /** What a learning system makes of a visit that ends without a status. */
  unsaid: string;
}

/** Tells a learning system that speaks SCORM one thing at a time. */
interface CourseInteractions {
  /** How many stand there from earlier visits, and the outcome that was told last. */
  begin(count: number, outcome: string): void;
  /** Whether it was taken, all of it. */
  answer(answer: CourseAnswer): boolean;
  outcome(reached: CourseReached): void;
}

/** Tells a learning system that speaks cmi5 of what has happened. */
interface CourseStatements {
  /** A visit begins; `launch` is what the learning system says of it. */
  begin(launch: Record<string, unknown>): void;
  /** A statement of this id may stand there: if it is refused, it does. */
  mayHaveArrived(id: string): void;
  /** Fails where it was not taken. */
  tell(verb: string, id: string, result?: object): Promise<void>;
  /** Whether it was taken. Fails where it may be at another time. */
  offer(verb: string, id: string, result?: object): Promise<boolean>;
  tellAnswer(id: string, answer: CourseAnswer): Promise<boolean>;
}

/** A statement that has yet to be told: by what id, and how long it took to come there. */
interface CoursePassing {
  id: string;
  duration: string;
}

/** What a document of an earlier visit says. */
interface CourseFoundDocument {
  kept: string;
  done: boolean;
  /** The outcome and the points that have yet to be told. */
  owed?: CourseReached & CoursePassing;
  passing?: CoursePassing;
  /** Whether points were taken. */
  passed: boolean;
  /** The answers that have yet to be told, by the ids of their statements. */
  answers: [string, CourseAnswer][];
  /** Whether an answer was refused. */
  lacking: boolean;
}

/** What a learning system that speaks cmi5 has yet to be told of. What is said twice is told once. */
interface CourseOwed {
  read(found: CourseFoundDocument): void;
  complete(reached: CourseReached, duration: string): void;
  pass(duration: string): void;
  answer(answer: CourseAnswer): void;
  isAny(): boolean;
  /** What the document says of it. */
  write(): object;
  /** Tells all of it at once. What this returns strikes it off, and says what became of it. */
  tell(): Promise<() => Pick<CourseTaken, "each" | "points">>;
}

interface Window {
  courseViews: CourseTable;
  courseOptions: CourseOptions;
  courseFigures: CourseFigures;
  courseDays: (names: CourseDayNames) => CourseDays;
  courseDateReader: (days: CourseDays, today: () => number) => CourseDateReader;
  courseTyping: (days: CourseDays, today: () => number) => CourseTyping;
  courseEnds: (
    dates: CourseDates,
    days: CourseDays,
    today: () => number,
  ) => { question(number: number): string; say(number: number, minute: number): CourseEndSaid };
  courseLookup: (table: CourseTable) => CourseLookup;
  courseScreen: (live: HTMLElement, lookup: CourseLookup) => CourseScreen;
  courseMemory: (table: CourseTable, lookup: CourseLookup) => CourseMemory;
  courseReport: CourseReport;
  courseWords: CourseWords;
  /** What is said of a visit in which nothing more can be told. */
  courseOver: string;
  CourseEndedError: new (why: string) => Error;
  courseInteractions: (
    words: CourseWords,
    offer: (name: string, value: string) => boolean,
  ) => CourseInteractions;
  /** What a learning system put into a window by this name. */
  findCourseApi: (name: string) => unknown;
  courseWire: (given: URLSearchParams) => CourseWire;
  courseOwed: (wire: CourseWire, statements: CourseStatements) => CourseOwed;
  courseStatements: (given: URLSearchParams, wire: CourseWire) => CourseStatements;
  courseKeeper: (report: CourseReport, say: (words: string) => void, eachAnswer: boolean) => CourseKeeper;
  /** Shows the section that was kept, and tells what is reached from then on. */
  courseSections: (kept: string, keep: (standing: CourseStanding) => void) => void;
}
