// What the scripts of a course are to one another. Read by the type checker alone.

/** What to show after some answers. */
interface CourseView {
  html: string;
  focus: string;
  node: string;
  outcome?: string;
  title?: string;
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

/** What the learner has done, all of it. */
interface CourseProgress {
  kept: string;
  /** Whether anything was answered. */
  begun: boolean;
  /** Whether an outcome was reached, now or earlier. */
  done: boolean;
  /** The outcome before her, and what it is called. */
  outcome: string;
  title: string;
}

/**
 * How much of it a learning system took. An error says that it was nothing, or not known to be anything:
 * `EndedError` that it never will be in this visit.
 */
type CourseTaken = "all" | "no room for answers";

/** Speaks to the learning system. `start` fails where none answers. */
interface CourseReport {
  start(): Promise<CourseStart>;
  save(progress: CourseProgress): Promise<CourseTaken>;
  /** The page is left: for good, or nobody knows. */
  stop(forGood: boolean): void;
}

interface CourseKeeper {
  begin(start: CourseStart): void;
  keep(kept: string, begun: boolean, outcome?: string, title?: string): void;
  /** The learner goes back to her learning system. */
  leave(): void;
}

/** One thing that a browser keeps for a page; nothing where it keeps none. */
interface CourseStorage {
  read(): Record<string, unknown> | undefined;
  write(value: unknown): void;
}

/** Asks and tells a learning system that speaks cmi5. */
interface CourseWire {
  open(token: string): void;
  newId(): string;
  state(id: string): string;
  preferences(): string;
  ask(path: string): Promise<Record<string, unknown> | undefined>;
  put(path: string, said: object): Promise<void>;
}

interface Window {
  courseViews: Record<string, CourseView>;
  courseReport: CourseReport;
  courseWords: Record<string, string>;
  CourseEndedError: new (why: string) => Error;
  /** What a learning system put into a window by this name. */
  findCourseApi: (name: string) => unknown;
  courseStorage: (place: () => Storage, key: string) => CourseStorage;
  courseWire: (given: URLSearchParams) => CourseWire;
  courseKeeper: (report: CourseReport, say: (words: string) => void) => CourseKeeper;
}
