/** @file The name of the cookie that a sign-in sets. Its value is the lake's alone. */
export const sessionCookieName = 'pufa_session'
