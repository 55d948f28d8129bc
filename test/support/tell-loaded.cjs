/** Has a process print, when it ends, every module that it has loaded. */
process.on("exit", () => console.log(`LOADED ${JSON.stringify(Object.keys(require.cache))}`));
