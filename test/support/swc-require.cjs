/** Lets Node run the TypeScript sources as they are, by swc with the options of .swcrc: `node --require FILE x.ts`. */
const { transformFileSync } = require("@swc/core");

require.extensions[".ts"] = (module, path) => {
  module._compile(transformFileSync(path, { sourceMaps: "inline" }).code, path);
};
