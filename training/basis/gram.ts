/** Rows that are multiplied at once: their columns, 64 numbers each, stay in the processor's caches. */
const PANEL = 64;

/** Number of columns and of rows of the tile whose sums are kept in registers. */
const TILE = 4;

/**
 * Adds XᵀX over some rows of X to `gram`: the lower triangle alone, the rest is not touched.
 *
 * @param values - X, row after row
 * @param columns - number of columns of X
 * @param rows - numbers of the rows
 * @param gram - a square matrix of `columns` rows, row after row
 * @param onRows - hears of every few rows that are done
 */
export function addGram(
  values: Float64Array,
  columns: number,
  rows: Int32Array,
  gram: Float64Array,
  onRows: (rows: number) => void = () => {},
): void {
  // Padded with columns of zeros to whole tiles, and with rows of zeros to whole panels.
  const padded = Math.ceil(columns / TILE) * TILE;
  const panel = new Float64Array(padded * PANEL);
  for (let start = 0; start < rows.length; start += PANEL) {
    const end = Math.min(start + PANEL, rows.length);
    panel.fill(0);
    for (let i = start; i < end; i++) {
      const from = rows[i] * columns;
      for (let j = 0; j < columns; j++) panel[j * PANEL + i - start] = values[from + j];
    }
    for (let i = 0; i < padded; i += TILE) {
      for (let j = 0; j <= i; j += TILE) addTile(panel, i, j, gram, columns);
    }
    onRows(end - start);
  }
}

/** The sums of a tile, before they are added. */
const tile = new Float64Array(TILE * TILE);

/** Adds the products of the panel's columns i to i + 3 with its columns j to j + 3. */
function addTile(panel: Float64Array, i: number, j: number, gram: Float64Array, columns: number): void {
  const a = i * PANEL;
  const b = j * PANEL;
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  let s20 = 0;
  let s21 = 0;
  let s22 = 0;
  let s23 = 0;
  let s30 = 0;
  let s31 = 0;
  let s32 = 0;
  let s33 = 0;
  for (let r = 0; r < PANEL; r++) {
    const x0 = panel[a + r];
    const x1 = panel[a + PANEL + r];
    const x2 = panel[a + 2 * PANEL + r];
    const x3 = panel[a + 3 * PANEL + r];
    const y0 = panel[b + r];
    const y1 = panel[b + PANEL + r];
    const y2 = panel[b + 2 * PANEL + r];
    const y3 = panel[b + 3 * PANEL + r];
    s00 += x0 * y0;
    s01 += x0 * y1;
    s02 += x0 * y2;
    s03 += x0 * y3;
    s10 += x1 * y0;
    s11 += x1 * y1;
    s12 += x1 * y2;
    s13 += x1 * y3;
    s20 += x2 * y0;
    s21 += x2 * y1;
    s22 += x2 * y2;
    s23 += x2 * y3;
    s30 += x3 * y0;
    s31 += x3 * y1;
    s32 += x3 * y2;
    s33 += x3 * y3;
  }
  tile[0] = s00;
  tile[1] = s01;
  tile[2] = s02;
  tile[3] = s03;
  tile[4] = s10;
  tile[5] = s11;
  tile[6] = s12;
  tile[7] = s13;
  tile[8] = s20;
  tile[9] = s21;
  tile[10] = s22;
  tile[11] = s23;
  tile[12] = s30;
  tile[13] = s31;
  tile[14] = s32;
  tile[15] = s33;
  for (let p = 0; p < TILE && i + p < columns; p++) {
    for (let q = 0; q < TILE && j + q <= i + p; q++) gram[(i + p) * columns + j + q] += tile[p * TILE + q];
  }
}
