/** Receives the progress of a long computation. */
export interface Progress {
  begin(task: string, steps: number): void;
  advance(steps: number): void;
  end(): void;
}

export const SILENT: Progress = { begin() {}, advance() {}, end() {} };
