/** The PIN of every operator of the practice site, told on its sign-in screen. */
export const practicePin = "1234";
