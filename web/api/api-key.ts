const ITEM = "api-key";

/** The API key of this tab; it is gone when the tab is closed. */
export const apiKey = {
  get: (): string | null => sessionStorage.getItem(ITEM),
  set: (key: string): void => sessionStorage.setItem(ITEM, key),
};
