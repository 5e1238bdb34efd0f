import tseslint from "typescript-eslint";

const noDefaultExport = {
  selector: "ExportDefaultDeclaration",
  message: "Name what you export; a default export has another name in every file.",
};
const ipc = {
  group: ["electron"],
  importNamePattern: "^ipc(Main|Renderer)$",
  message: "Only electron/ipc.ts and electron/preload.ts touch the channels. Go through main/contract/bridge.ts.",
};
const driver = {
  group: ["sqlite3", "knex"],
  message: "Only db/ knows the database. Go through main/ports/store.ts.",
};

/** The walls between the rooms: which imports end where, and where the door is. */
const walls = [
  {
    files: ["renderer/**"],
    patterns: [
      {
        regex: "(^|/)\\.\\./(main/(?!contract/)|db/|electron/|simulator/)",
        message: "The window knows only main/contract. Ask through renderer/api.ts.",
      },
      { group: ["electron", "electron/*", "node:*"], message: "The window has no Node. Ask through renderer/api.ts." },
      driver,
    ],
  },
  {
    files: ["main/**", "db/**"],
    patterns: [
      {
        group: ["electron", "electron/*", "electron-store", "**/electron/*"],
        message: "What only a platform has comes in through main/ports/host.ts.",
      },
      { group: ["react", "react-dom", "**/renderer/*"], message: "The program does not know who looks at it." },
    ],
  },
  {
    files: ["main/domain/**", "main/contract/**"],
    patterns: [{ group: ["node:*"], message: "Pure: what touches the machine belongs behind a port in main/ports." }],
  },
  {
    files: ["main/printers/**"],
    patterns: [
      {
        regex: "(^|/)\\.\\./(?!contract/|ports/)[a-z]",
        message: "Printers are reached through main/ports/printer.ts and know nothing of tasks, labels or the store.",
      },
    ],
  },
  {
    files: ["main/labels/**"],
    patterns: [
      {
        regex: "(^|/)\\.\\./((main/)?(app|adapters|cli|courier|printers|printing|profile|remote)/|(db|simulator)/)",
        message: "The press knows only contract, domain and ports. What it needs is in its input.",
      },
    ],
  },
  {
    files: ["main/drawings/**"],
    patterns: [
      {
        regex: "(^|/)\\.\\./((main/)?(app|adapters|cli|courier|printers|printing|profile|remote)/|(db|simulator)/)",
        message: "Drawings know only contract, domain, ports and the type of labels. What they need is in their input.",
      },
    ],
  },
  {
    files: ["simulator/**"],
    patterns: [
      {
        regex: "(^|/)\\.\\./(main|db|electron|renderer)/",
        message: "The simulator is written from the wire facts, independently of the program.",
      },
    ],
  },
  { files: ["main/**", "electron/**"], patterns: [driver] },
  {
    files: ["db/**"],
    ignores: ["db/open.ts"],
    patterns: [{ group: ["sqlite3"], message: "Only db/open.ts names the driver." }],
  },
  { files: ["electron/**"], ignores: ["electron/ipc.ts", "electron/preload.ts"], patterns: [ipc] },
];

export default tseslint.config(
  { ignores: ["out/", ".cache/", "node_modules/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error", noInlineConfig: true } },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    // One program for all rooms: with the rooms' own, each checks again what it imports from the others.
    languageOptions: { parserOptions: { project: "tsconfig.lint.json", tsconfigRootDir: import.meta.dirname } },
    rules: {
      "no-restricted-syntax": ["error", noDefaultExport],
      eqeqeq: "error",
      // `async` also turns a throw into a rejection, which the ports promise.
      "@typescript-eslint/require-await": "off",
      // Objects are closures here and nothing uses `this`, so a method may be taken off its object.
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `void` in an arrow says that nobody looks at the answer; both rules would forbid saying it.
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-meaningless-void-operator": "off",
      // An event handler of React may be asynchronous; nobody looks at what it answers.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      // An empty text is often as good as none.
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: { string: true } }],
      // Counting the code points of a text is what the spread is for.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-unnecessary-condition": [
        "error",
        { allowConstantLoopConditions: "only-allowed-literals" },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  ...roomWalls(),
  { files: ["*.config.{js,ts}", "renderer/vite.config.ts"], rules: { "no-restricted-syntax": "off" } },
  {
    files: ["**/*.mjs", "**/*.js"],
    // `window` and `document`: what the demo evaluates inside the page.
    languageOptions: { globals: Object.fromEntries(nodeGlobals().map((name) => [name, "readonly"])) },
    rules: { "no-undef": "error", "no-unused-vars": "error", eqeqeq: "error", "prefer-const": "error" },
  },
);

/** ESLint keeps only the last `no-restricted-imports` that fits a file, so each room gets all of its walls at once. */
function roomWalls() {
  const rooms = [
    "renderer",
    "main",
    "main/contract",
    "main/domain",
    "main/drawings",
    "main/labels",
    "main/printers",
    "db",
    "simulator",
    "electron",
  ];
  const openings = ["db/open.ts", "electron/ipc.ts", "electron/preload.ts"];
  const scopes = [...rooms.map((room) => `${room}/**`), ...openings];
  return scopes.map((scope) => ({
    files: [scope],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: walls
            .filter(
              (wall) => wall.files.some((files) => isInside(scope, files)) && !(wall.ignores ?? []).includes(scope),
            )
            .flatMap((wall) => wall.patterns),
        },
      ],
    },
  }));
}

function isInside(scope, files) {
  return scope.startsWith(files.replace("**", ""));
}

function nodeGlobals() {
  return [
    "process",
    "console",
    "URL",
    "setTimeout",
    "clearTimeout",
    "setImmediate",
    "setInterval",
    "clearInterval",
    "AbortController",
    "Buffer",
    "window",
    "document",
  ];
}
