import { encodeModule, I32, signed, unsigned } from "../../../../../training/smooth/simd/wasm-module";

describe("LEB128", () => {
  it.each([
    [0, [0x00]],
    [127, [0x7f]],
    [128, [0x80, 0x01]],
    [624_485, [0xe5, 0x8e, 0x26]],
    [2 ** 31, [0x80, 0x80, 0x80, 0x80, 0x08]],
  ])("of %d without a sign is %j", (value, bytes) => {
    expect(unsigned(value)).toEqual(bytes);
  });

  it.each([
    [0, [0x00]],
    [-1, [0x7f]],
    [63, [0x3f]],
    [64, [0xc0, 0x00]],
    [-64, [0x40]],
    [-65, [0xbf, 0x7f]],
    [128, [0x80, 0x01]],
    [-123_456, [0xc0, 0xbb, 0x78]],
  ])("of %d with a sign is %j", (value, bytes) => {
    expect(signed(value)).toEqual(bytes);
  });
});

describe("a module of WebAssembly", () => {
  const [GET, SET, I32_STORE] = [0x20, 0x21, 0x36];

  it("has its functions, by name, on the memory that it is given", () => {
    const bytes = encodeModule([
      // memory[address] = value
      { name: "write", parameters: 2, locals: [], code: [GET, 0, GET, 1, I32_STORE, 2, 0] },
      // copy = value; memory[8] = copy
      {
        name: "keep",
        parameters: 1,
        locals: [{ count: 2, type: I32 }],
        code: [GET, 0, SET, 2, 0x41, 8, GET, 2, I32_STORE, 2, 0],
      },
    ]);
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536, shared: true });
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
    const { write, keep } = exports;
    if (typeof write !== "function" || typeof keep !== "function")
      throw new TypeError("A function is missing.");
    write(4, 77);
    keep(99);

    expect([...new Int32Array(memory.buffer, 0, 4)]).toEqual([0, 77, 99, 0]);
    expect(Object.keys(exports)).toEqual(["write", "keep"]);
  });
});
