import { findLocation } from "../../../../training/describe/location";
import { examined } from "../../../support/profiles";

const latitude = (name = "lat", cells = ["50.5", "-90"]) => examined(name, cells);
const longitude = (name = "lon", cells = ["4.5", "180"]) => examined(name, cells);

describe("the location of a table", () => {
  it.each([
    ["lat", "lon"],
    ["Latitude", "Longitude"],
    ["lattitude", "longtitude"],
    ["house_lat", "house_lng"],
    ["Lat (degrees)", "Long (degrees)"],
    ["Breitengrad", "Längengrad"],
  ])("is found in columns named %s and %s", (north, east) => {
    const columns = [examined("area", ["1.5", "2"]), longitude(east), latitude(north)];

    expect(findLocation(columns)).toEqual({ location: { latitude: columns[2], longitude: columns[1] } });
  });

  it("may have whole degrees", () => {
    const columns = [latitude("lat", ["50", "51"]), longitude("lon", ["-180", "5"])];

    expect(findLocation(columns).location).toEqual({ latitude: columns[0], longitude: columns[1] });
  });

  it("is not looked for in a name where the word stands in the middle, or in texts", () => {
    expect(findLocation([latitude("a lat x"), longitude("along")])).toEqual({});
    expect(findLocation([latitude("lat", ["north", "south"]), examined("lon", ["true", "false"])])).toEqual(
      {},
    );
    expect(findLocation([])).toEqual({});
  });

  it.each([
    ["lat", "longitude"],
    ["lon", "latitude"],
  ])("is incomplete with %s alone", (name, other) => {
    expect(findLocation([examined(name, ["5.5", "6"])])).toEqual({
      problem: `"${name}" looks like one half of a location, but there is no ${other}.`,
    });
  });

  it.each([
    ["too far north", ["90.5", "1"], ["4.5", "180"], ""],
    ["too far south", ["-90.5", "1"], ["4.5", "180"], ""],
    ["too far east", ["50.5", "1"], ["180.5", "0"], ""],
    ["too far west", ["50.5", "1"], ["-180.5", "0"], ""],
    ["swapped", ["150.5", "1"], ["50", "-90"], "; they seem to be swapped"],
  ])("is none where it is %s", (_what, north, east, hint) => {
    expect(findLocation([latitude("lat", north), longitude("lon", east)])).toEqual({
      problem: `"lat" and "lon" are not a location, because their values go beyond ±90 and ±180 degrees${hint}.`,
    });
  });
});
