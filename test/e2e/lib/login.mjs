/** The API user of every test: a password that stands nowhere by chance. VICIdial takes no others. */
export const login = { user: 'e2euser', password: 'Tasse-Kaffee_7319' };

/** What the tests send where the login must be refused; VICIdial echoes it. */
export const wrongPassword = 'Kanne-Tee_2846';
