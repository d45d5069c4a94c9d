// Written by `python -m framtid schema write`.
export const NARROW = 600;
export const WIDEST_MARGIN = 0.24;
export const LEAST_MARGIN = 84;
export const DOT = 0.66;
export const PADDING = 14;
export const TITLE_LEAST = 19;
export const TITLE_MOST = 26;
export const TITLE_SHARE = 0.035;
export const TITLE_START = 8;
