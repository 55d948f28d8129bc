/**
 * Prints `houses.csv`: sales of 600 houses in a town that does not exist, with what real tables have. Its prices follow a
 * simple rule with noise, so that a model can be judged by what it should find.
 *
 *     node examples/houses/make-houses.mjs > examples/houses/houses.csv
 */
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

const ROWS = 600;
const generator = xoroshiro128plus(42);
const uniform = (min = 0, max = 1) => min + (max - min) * uniformFloat64(generator);
const whole = (/** @type {number} */ min, /** @type {number} */ max) => Math.floor(uniform(min, max + 1));

/** Box and Muller's method. */
const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());

/**
 * @template Item
 * @param {readonly Item[]} items
 */
const pick = (items) => items[whole(0, items.length - 1)];

const CENTRE = { lat: 54.68, lon: -3.31 };
const DISTRICTS = [
  { name: "Harbour", lat: 54.695, lon: -3.34, factor: 1.25 },
  { name: "Old Town", lat: 54.682, lon: -3.312, factor: 1.15 },
  { name: "Mill Hill", lat: 54.66, lon: -3.29, factor: 1 },
  { name: "Northfield", lat: 54.71, lon: -3.28, factor: 0.9 },
  { name: "Saint Anne's", lat: 54.67, lon: -3.35, factor: 1.05 },
];
const KINDS = [
  { name: "flat", area: 70, plot: 0, factor: 1 },
  { name: "terraced", area: 95, plot: 150, factor: 1.05 },
  { name: "detached", area: 140, plot: 600, factor: 1.2 },
];
const CONDITIONS = [
  { name: "good", factor: 1 },
  { name: "new", factor: 1.12 },
  { name: "to renovate", factor: 0.8 },
];
const STREETS = ["Quay Street", "Church Lane", "Mill Road", "North Avenue", "Anne Street", "Station Road"];

const HEAD =
  "id,sold,address,postcode,district,kind,living area (m²),plot (m²),rooms,year built,condition,garage,lat,lng,price";

/** @param {number} number - of the house, from 1 */
function makeHouse(number) {
  const [district, kind, condition] = [pick(DISTRICTS), pick(KINDS), pick(CONDITIONS)];
  const area = Math.round(Math.max(25, kind.area * Math.exp(0.25 * normal())));
  const plot = kind.plot === 0 ? "" : Math.round(kind.plot * Math.exp(0.3 * normal()));
  const year = whole(1880, 2023);
  const hasGarage = kind.plot > 0 && uniform() < 0.6;
  const [lat, lon] = [district.lat + 0.006 * normal(), district.lon + 0.008 * normal()];
  const days = whole(0, 1095);
  const distance = Math.hypot(lat - CENTRE.lat, 0.58 * (lon - CENTRE.lon));
  const price =
    2_400 *
    area ** 0.92 *
    district.factor *
    kind.factor *
    condition.factor *
    (hasGarage ? 1.04 : 1) *
    Math.exp(0.002 * (year - 1950) - 3 * distance + 0.00015 * days + 0.08 * normal());
  return [
    `H${String(100_000 + 7 * number)}`,
    dayOf(days),
    `${whole(1, 180)} ${pick(STREETS)}`,
    `0${DISTRICTS.indexOf(district) + 1}${whole(0, 2)}`,
    district.name,
    kind.name,
    area,
    plot,
    uniform() < 0.02 ? "NA" : Math.max(1, Math.round(area / 24 + 0.5 * normal())),
    uniform() < 0.05 ? "" : year,
    uniform() < 0.04 ? "" : condition.name,
    hasGarage ? "yes" : "no",
    lat.toFixed(5),
    lon.toFixed(5),
    Math.round(price / 500) * 500,
  ].join(",");
}

/** A day as it is written in the town: 27/05/2022. */
function dayOf(/** @type {number} */ days) {
  const [year, month, day] = new Date(Date.UTC(2021, 0, 1 + days)).toISOString().slice(0, 10).split("-");
  return `${day}/${month}/${year}`;
}

const rows = Array.from({ length: ROWS }, (_, i) => makeHouse(i + 1));
process.stdout.write(`${[HEAD, ...rows].join("\n")}\n`);
