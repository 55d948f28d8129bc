/** The used part of WebAssembly's JavaScript API; TypeScript only has its types in the DOM library. */
declare namespace WebAssembly {
  type ExportValue = ((...values: number[]) => number | undefined) | object;

  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>);
  }

  class Instance {
    constructor(module: Module, imports: { readonly env: { readonly memory: Memory } });
    readonly exports: Readonly<Record<string, ExportValue>>;
  }

  class Memory {
    constructor(descriptor: { initial: number; maximum: number; shared: true });
    readonly buffer: SharedArrayBuffer;
  }
}
