import type { Container, PodSpec } from "kubernetes-types/core/v1";

/** The kinds of volumes that the restricted standard allows. */
const VOLUMES = new Set([
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  // Since Kubernetes 1.33: https://github.com/kubernetes/kubernetes/pull/130394
  "image",
  "persistentVolumeClaim",
  "projected",
  "secret",
]);

/**
 * What of a pod violates the restricted pod security standard, in one sentence each.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export function violations(pod: PodSpec): string[] {
  const containers = [...(pod.containers ?? []), ...(pod.initContainers ?? [])];
  return [
    ...violationsOfPod(pod),
    ...containers.flatMap((container) => violationsOfContainer(container, pod)),
  ];
}

function violationsOfPod(pod: PodSpec): string[] {
  const found: string[] = [];
  if (pod.hostNetwork || pod.hostPID || pod.hostIPC) found.push("The pod shares a namespace with the host.");
  if (pod.securityContext?.runAsUser === 0) found.push("The pod runs as root.");
  if (pod.securityContext?.sysctls?.length) found.push("The pod sets sysctls.");
  for (const { name, ...source } of pod.volumes ?? [])
    if (!Object.keys(source).every((kind) => VOLUMES.has(kind)))
      found.push(`Volume ${name} is of another kind.`);
  return found;
}

function violationsOfContainer(container: Container, pod: PodSpec): string[] {
  const { name, securityContext: own = {} } = container;
  const found: string[] = [];
  const check = (holds: boolean, what: string) => {
    if (!holds) found.push(`Container ${name} ${what}.`);
  };
  const profile = own.seccompProfile?.type ?? pod.securityContext?.seccompProfile?.type;
  check(own.privileged !== true, "is privileged");
  check(own.allowPrivilegeEscalation === false, "may escalate its privileges");
  check((own.runAsNonRoot ?? pod.securityContext?.runAsNonRoot) === true, "may run as root");
  check(own.runAsUser !== 0, "runs as root");
  check(profile === "RuntimeDefault" || profile === "Localhost", "has no seccomp profile");
  check(own.capabilities?.drop?.includes("ALL") === true, "keeps capabilities");
  check(
    (own.capabilities?.add ?? []).every((added) => added === "NET_BIND_SERVICE"),
    "adds capabilities",
  );
  check((own.procMount ?? "Default") === "Default", "unmasks /proc");
  check(
    (container.ports ?? []).every(({ hostPort }) => !hostPort),
    "takes a port of the host",
  );
  return found;
}
