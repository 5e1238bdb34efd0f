/** The bundler puts a file that is imported so into the program, as a data URI. */
declare module "*.ttf?inline" {
  const dataUri: string;
  export { dataUri as default };
}
