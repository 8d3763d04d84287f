/** @file The player's version, as it tells the server: raised when what it understands changes. */
export const playerVersion = '1.0.0'
