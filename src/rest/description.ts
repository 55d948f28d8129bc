/** What is loaded when somebody asks how the REST API is used. */
export { docsPage } from "./docs-page";
export { openApiOf } from "./openapi";
