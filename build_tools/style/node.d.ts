// What the tests of scripts use of Node: all of its types would be a package more. Read by the type checker alone.

declare module "node:test" {
  export function test(name: string, run: () => void): void;
  export function beforeEach(run: () => void): void;
}

declare module "node:assert/strict" {
  const assert: {
    ok(value: unknown, message?: string): void;
    equal(actual: unknown, expected: unknown, message?: string): void;
    deepEqual(actual: unknown, expected: unknown, message?: string): void;
    rejects(promise: Promise<unknown>, error: RegExp): Promise<void>;
  };
  export default assert;
}

declare module "node:crypto" {
  export function createHash(name: string): {
    update(bytes: Uint8Array): { digest(form: "hex"): string };
  };
}
