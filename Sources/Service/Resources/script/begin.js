// Makes peerlit's pages faster. Everything works without it: each link and form leads to a new page;
// with it, the new page is fetched and its content replaces the old one.
//
// The files of this folder are the parts of one function, in the order of `resources.c`.
"use strict";
(() => {
  const root = document.documentElement;
  const find = (id) => document.getElementById(id);
  // The property `id` of a form that has fields named "id" is those fields.
  const isForm = (form, id) => form.getAttribute("id") === id;
  const say = (text) => { find("announcer").textContent = text; };
  root.classList.add("scripted");
