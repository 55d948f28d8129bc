import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { readBytes, readText } from "../../model/file/read-file";
import type { Model } from "../../model/model";
import type { ModelCatalogue } from "../../model/registry/catalogue";
import type { Config } from "../config";
import { SCRIPTLESS_POLICY, sendCached } from "../http/cached-answer";
import { errorBody } from "../http/error-body";
import { answerRefusal, MAX_CARD_BYTES, MAX_PICTURE_BYTES, readCardFile } from "./card-file";
import { CARD_ICON, CARD_STYLESHEET } from "./card-stylesheet";
import { comparisonChart } from "./model-comparison";
import { modelIndex } from "./model-index";

const HTML = "text/html; charset=utf-8";
const CSS = "text/css; charset=utf-8";
const SVG = "image/svg+xml; charset=utf-8";

const CARD_FILE = "card.md";
const PICTURE = /^[a-z][a-z0-9-]{0,63}\.svg$/;

/** markdown-it is loaded on first use, to keep startup fast. */
const loadCardPage = (): typeof import("./card-page") => require("./card-page");

interface Card {
  Params: { name: string; version: string };
}
interface Picture {
  Params: { name: string; version: string; picture: string };
}

/**
 * `/models` lists the served models; `/models/NAME/VERSION` is the card of one, with its images below.
 *
 * Cards contain no secrets, so they are served in production too. Only models of the current catalogue have a page, and the catalogue
 * names the folder: no part of the URL becomes a path, except the name of an image, which cannot leave the folder.
 */
export function useModelCards(
  app: FastifyInstance,
  { MODEL_DIR: directory, PAGE, SAFELIST }: Pick<Config, "MODEL_DIR" | "PAGE" | "SAFELIST">,
  currentCatalogue: () => ModelCatalogue,
): void {
  const hasPage = PAGE && SAFELIST === "";
  const toPage = (address: string) => (hasPage ? ([[address, "A house and its price"]] as const) : []);
  app.get("/models", async (request, reply) => {
    const { renderPage } = loadCardPage();
    const page = renderPage(modelIndex(currentCatalogue()), { assets: "models", navigation: toPage("./") });
    return send(request, reply, HTML, page);
  });
  app.get("/models/comparison.svg", async (request, reply) =>
    send(request, reply, SVG, comparisonChart(currentCatalogue())),
  );
  app.get("/models/style.css", async (request, reply) => send(request, reply, CSS, CARD_STYLESHEET));
  app.get("/models/icon.svg", async (request, reply) => send(request, reply, SVG, CARD_ICON));

  app.get<Card>("/models/:name/:version", async (request, reply) => {
    const model = findExactModel(currentCatalogue(), request.params);
    if (!model) return reply.callNotFound();
    try {
      const text = await readCardFile(readText, directory, model, CARD_FILE, MAX_CARD_BYTES);
      if (text === undefined) return refuse(reply, model);
      const { renderPage } = loadCardPage();
      const links = {
        assets: "..",
        navigation: [["../../models", "All models"], ...toPage("../../")] as const,
        pictures: `${model.file.version}/`,
      };
      return send(request, reply, HTML, renderPage(text, links));
    } catch (error) {
      return answerRefusal(reply, `The card of ${model.id}`, error);
    }
  });

  app.get<Picture>("/models/:name/:version/:picture", async (request, reply) => {
    const { picture } = request.params;
    const model = findExactModel(currentCatalogue(), request.params);
    if (!model || !PICTURE.test(picture)) return reply.callNotFound();
    try {
      const bytes = await readCardFile(readBytes, directory, model, picture, MAX_PICTURE_BYTES);
      return bytes === undefined ? reply.callNotFound() : send(request, reply, SVG, bytes);
    } catch (error) {
      return answerRefusal(reply, `${picture} of ${model.id}`, error);
    }
  });
}

/** Matches name and version exactly: each page has one address. */
function findExactModel({ models }: ModelCatalogue, { name, version }: Card["Params"]): Model | undefined {
  return models.find(({ file }) => file.name === name && String(file.version) === version);
}

function refuse(reply: FastifyReply, model: Model) {
  const message = `${model.id} was saved without a model card; query modelInfo at /graphql instead.`;
  return reply.code(404).send(errorBody("NOT_FOUND", message));
}

/** A version may be removed and trained again, so clients revalidate by ETag. */
function send(request: FastifyRequest, reply: FastifyReply, type: string, body: string | Buffer) {
  return sendCached(request, reply, { type, body, policy: SCRIPTLESS_POLICY });
}
