export const scan = {
  rackWaits: "{{rack}} scanned. Scan the server that stands in it.",
  forgetRack: "Forget the rack",
  placed: "{{title}} is in {{rack}}",
  wrongPlace: "It should be in {{rack}}. The scan is recorded; check which of the two is right.",
  placeUnknown: "Neither the panel nor the card says where it belongs.",
  notRecorded: "The place was not recorded",
  unknown: "Not a label of this site",
  nothing: "Nothing is known by this code",
} as const;
