/** Version of the server, the same as in package.json: a test compares. */
export const VERSION = "1.0.0";
