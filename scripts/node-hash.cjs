/** Node's own hashes in the form of the package sha.js. */
const { createHash } = require("node:crypto");

module.exports = (/** @type {string} */ algorithm) => createHash(algorithm);
