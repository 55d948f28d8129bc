import { ENDPOINT } from "./api/execute";

/** Whether the server has an IDE, which its HTML says; otherwise its address shows an error. */
export const hasIde = document.querySelector("meta[name=ide]") !== null;

/** The address of the IDE with a query in it. */
export const ideWith = (query: string): string => `${ENDPOINT}#${new URLSearchParams({ query })}`;
