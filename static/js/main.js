// What pages can do once they are read, each in a file of its own that binds itself to its data-module. They are joined into
// one file, so none may export anything. Nothing depends on them: a page without script has all there is to read.
import "./cite.js";
import "./contents.js";
import "./find.js";
import "./scroll.js";
