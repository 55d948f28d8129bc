import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { PROJECT } from "./docker";
import { type KubernetesObject, typeErrors } from "./kubernetes-types";
import { violations } from "./pod-security";

const OVERLAYS = ["development", "production", "production-with-claim", "production-with-model-image"];

function build(folder: string): KubernetesObject[] {
  const printed = execFileSync("kubectl", ["kustomize", join(PROJECT, "deploy/kubernetes", folder)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  return parseAllDocuments(printed).map((document) => document.toJS());
}

function the(kind: string, objects: KubernetesObject[]): KubernetesObject {
  const found = objects.filter((object) => object.kind === kind);
  expect(found).toHaveLength(1);
  return structuredClone(found[0] ?? fail());
}

function fail(): never {
  throw new Error("There is none.");
}

describe.each(OVERLAYS)("the %s overlay, built by kubectl kustomize", (overlay) => {
  const objects = build(`overlays/${overlay}`);
  const deployment = the("Deployment", objects);
  const pod = deployment.spec.template.spec;
  const server = pod.containers[0];
  const settings = the("ConfigMap", objects).data;

  test("has every object that belongs to it, in one namespace", () => {
    const kinds = objects.map(({ kind }) => kind);
    for (const kind of ["Service", "HorizontalPodAutoscaler", "PodDisruptionBudget", "NetworkPolicy"])
      expect(kinds).toContain(kind);
    const namespace = the("Namespace", objects).metadata.name;
    for (const { kind, metadata } of objects)
      expect(metadata.namespace).toBe(kind === "Namespace" ? undefined : namespace);
  });

  test("has only objects with the fields and types of Kubernetes' own schema", () => {
    expect(typeErrors(objects)).toBe("");
  });

  test("when a field is misspelt, missing or has another type, then the check says so", () => {
    const misspelt = the("Deployment", objects);
    misspelt.spec.template.spec.containers[0].readynessProbe = {};
    expect(typeErrors([misspelt])).toContain("readynessProbe");
    const missing = the("Deployment", objects);
    missing.spec.selector = undefined;
    expect(typeErrors([missing])).toContain("selector");
    const other = the("Service", objects);
    other.spec.ports[0].port = "http";
    expect(typeErrors([other])).toContain("string");
  });

  test("satisfies the restricted pod security standard, which its namespace enforces", () => {
    expect(violations(pod)).toEqual([]);
    expect(the("Namespace", objects).metadata.labels).toMatchObject({
      "pod-security.kubernetes.io/enforce": "restricted",
    });
    expect(server.securityContext.readOnlyRootFilesystem).toBe(true);
    expect(pod.automountServiceAccountToken).toBe(false);
  });

  test("gives the server time to drain, and notices that it drains", () => {
    const pause = 1000 * Number(server.lifecycle.preStop.exec.command[1]);
    const { periodSeconds, failureThreshold, httpGet } = server.readinessProbe;
    expect(httpGet.path).toBe("/readyz");
    expect(server.livenessProbe.httpGet.path).toBe("/healthz");
    expect(Number(settings.DRAIN_GRACE_MS)).toBeGreaterThanOrEqual(1000 * periodSeconds * failureThreshold);
    expect(Number(settings.DRAIN_MS)).toBeGreaterThan(Number(settings.DRAIN_GRACE_MS));
    expect(1000 * pod.terminationGracePeriodSeconds).toBeGreaterThan(pause + Number(settings.DRAIN_MS));
  });

  test("has selectors that find the pods, and settings that the pods refer to by name", () => {
    const labels = deployment.spec.template.metadata.labels;
    expect(deployment.spec.selector.matchLabels).toEqual(labels);
    expect(the("Service", objects).spec.selector).toEqual(labels);
    expect(the("PodDisruptionBudget", objects).spec.selector.matchLabels).toEqual(labels);
    expect(the("NetworkPolicy", objects).spec.podSelector.matchLabels).toEqual(labels);
    expect(server.envFrom[0].configMapRef.name).toBe(the("ConfigMap", objects).metadata.name);
    expect(server.image).toMatch(/house-price-graphql:.+$/);
  });
});

test("when the models come from a claim, then they are mounted read-only where the server looks for them", () => {
  const objects = build("overlays/production-with-claim");
  const pod = the("Deployment", objects).spec.template.spec;
  const volume = pod.volumes.find(({ name }: { name: string }) => name === "models");
  expect(volume.persistentVolumeClaim.claimName).toBe(the("PersistentVolumeClaim", objects).metadata.name);
  expect(pod.containers[0].volumeMounts).toContainEqual({
    name: "models",
    mountPath: "/app/model/trained",
    readOnly: true,
  });
});

test("when the models come from an image of their own, then it is mounted where the server looks for them", () => {
  const pod = the("Deployment", build("overlays/production-with-model-image")).spec.template.spec;
  const volume = pod.volumes.find(({ name }: { name: string }) => name === "models");
  expect(volume.image.reference).toMatch(/house-price-models:.+$/);
  expect(pod.containers[0].volumeMounts).toContainEqual({
    name: "models",
    mountPath: "/app/model/trained",
    readOnly: true,
  });
});

test("the ServiceMonitor scrapes the port that the Service names", () => {
  const [monitor] = build("monitoring");
  const service = the("Service", build("overlays/production"));
  expect(monitor).toMatchObject({
    apiVersion: "monitoring.coreos.com/v1",
    kind: "ServiceMonitor",
    metadata: { namespace: service.metadata.namespace },
    spec: {
      selector: { matchLabels: service.metadata.labels },
      endpoints: [{ port: service.spec.ports[0].name, path: "/metrics" }],
    },
  });
});

test.each<[string, (pod: KubernetesObject["spec"]) => void]>([
  [
    "a privileged container",
    ({ containers }) => Object.assign(containers[0].securityContext, { privileged: true }),
  ],
  ["privilege escalation", ({ containers }) => delete containers[0].securityContext.allowPrivilegeEscalation],
  ["capabilities that remain", ({ containers }) => delete containers[0].securityContext.capabilities],
  ["root", ({ securityContext }) => delete securityContext.runAsNonRoot],
  ["the number of root", ({ securityContext }) => Object.assign(securityContext, { runAsUser: 0 })],
  ["no seccomp profile", ({ securityContext }) => delete securityContext.seccompProfile],
  ["the network of the host", (pod) => Object.assign(pod, { hostNetwork: true })],
  ["a port of the host", ({ containers }) => Object.assign(containers[0].ports[0], { hostPort: 80 })],
  ["a folder of the host", ({ volumes }) => volumes.push({ name: "host", hostPath: { path: "/" } })],
])("the restricted standard refuses %s", (_what, change) => {
  const pod = the("Deployment", build("overlays/production")).spec.template.spec;
  change(pod);
  expect(violations(pod)).toHaveLength(1);
});
