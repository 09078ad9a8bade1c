// What the scripts of a course are to one another. Read by the type checker alone.

/** What to show after some answers. */
interface CourseView {
  html: string;
  focus: string;
  node: string;
  outcome?: string;
  title?: string;
}

/** What was kept of an earlier visit, and where to go afterwards; "" where there is none. */
interface CourseStart {
  kept: string;
  back: string;
}

/** Speaks to the learning system. `start` fails where none answers; then the others do nothing. */
interface CourseReport {
  start(): Promise<CourseStart>;
  keep(kept: string): void;
  reached(outcome: string, title: string, kept: string): void;
  stop(): void;
}

interface Window {
  courseViews: Record<string, CourseView>;
  courseReport: CourseReport;
  courseWords: Record<string, string>;
}
