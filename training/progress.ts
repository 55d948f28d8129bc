/** Hears how far a long computation has come. */
export interface Progress {
  /** A task of so many steps begins. */
  begin(task: string, steps: number): void;
  advance(steps: number): void;
  end(): void;
}

export const SILENT: Progress = { begin() {}, advance() {}, end() {} };
