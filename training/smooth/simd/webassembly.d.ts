/** What is used of WebAssembly's JavaScript interface: TypeScript has its types in the library of browsers alone. */
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
