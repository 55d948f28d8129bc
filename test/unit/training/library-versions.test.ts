import manifest from "../../../package.json";
import { libraryVersions } from "../../../training/library-versions";

describe("libraryVersions", () => {
  it("tells the installed version of each library that makes the model", () => {
    const libraries = libraryVersions();
    expect(libraries.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["danfojs-node", "ml-regression-multivariate-linear", "pure-rand"]),
    );
    for (const { name, version } of libraries) {
      expect(version).toMatch(/^\d+\.\d+\.\d+/);
      expect(Object.keys(manifest.devDependencies)).toContain(name);
    }
  });
});
