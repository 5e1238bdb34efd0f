import { answerList } from "./list-answer";
import type { Route } from "./router";
import { viewCabledServer, viewDevice } from "./switches";
import { getRow } from "./world";

export const pduRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "dci/v3/pdu",
    answer: ({ query }, world) => answerList(query, { rows: world.site.pdus, view: (pdu) => viewDevice(world, pdu) }),
  },
  {
    method: "GET",
    path: "dci/v3/pdu/:pdu/port",
    answer: (request, world) =>
      answerList(request.query, {
        rows: getRow(world.index().pdus, "PDU", request.id("pdu")).outlets,
        view: ({ id, identity, polled, cable }) => ({
          id,
          identity,
          power_status: polled,
          server: viewCabledServer(world, cable),
        }),
      }),
  },
];
