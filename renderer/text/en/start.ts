export const start = {
  title: "This site has no panel yet",
  intro: "Connect the first one. Other operators are added in Settings.",
  introOfOthers: "An administrator connects the first one. The practice site is open to everybody meanwhile.",
  practiceTitle: "Practise meanwhile",
  practiceText: "A small datacentre that exists only inside this program. Try everything; nothing can break.",
  practiceAction: "Open the practice site",
  practiceOpening: "The practice site is being set up. The first time takes a few seconds.",
  connectTitle: "Connect to a panel",
  connectText:
    "DCImanager 6 or DSmanager: the address of the panel and an administrator's sign-in. The connection is tried before anything is kept.",
  connectAction: "Connect to a panel",
  later: "Look around first",
} as const;
