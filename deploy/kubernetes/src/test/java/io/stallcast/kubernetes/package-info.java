/**
 * What a cluster is told, and the rules that it keeps. Manifests of pods are what Quarkus made of
 * each service; {@link io.stallcast.kubernetes.Derived} makes those that follow from the services'
 * code; {@link io.stallcast.kubernetes.Overlay} puts them together as kustomize does; {@link
 * io.stallcast.kubernetes.Rule} is the table of what must hold then.
 */
package io.stallcast.kubernetes;
