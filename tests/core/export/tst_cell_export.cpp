// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/cell_export.h"

#include <onnx/checker.h>
#include <onnx/onnx_pb.h>
#include <onnx/shape_inference/implementation.h>

#include <QtTest>

#include <algorithm>

using namespace inverso;

namespace {

const char* const mixedCell = "|nor_conv_3x3~0|+|nor_conv_1x1~0|avg_pool_3x3~1|+|skip_connect~0|nor_conv_3x3~1|none~2|";
const char* const emptyCell = "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|";

onnx::ModelProto modelOf(const SearchSpace& space, CellIndex cell, OnnxScope scope)
{
    onnx::ModelProto model;
    model.ParseFromString(toOnnx(space, cell, scope));
    return model;
}

/// What is trained: all but the running statistics.
std::int64_t parametersOf(const onnx::ModelProto& model)
{
    std::int64_t count = 0;
    for (const onnx::TensorProto& tensor : model.graph().initializer()) {
        if (tensor.name().find("running") == std::string::npos)
            count += tensor.float_data_size();
    }
    return count;
}

/// Writes `content` to a file of that name; returns its path.
QString written(const QTemporaryDir& folder, const char* name, const std::string& content)
{
    QFile file(folder.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(content.data(), static_cast<qint64>(content.size())) < 0)
        return {};
    return file.fileName();
}

} // namespace

class TestCellExport : public QObject
{
    Q_OBJECT

private:
    const SearchSpace& m_space = searchSpace("nasbench201");

    void someCells() const
    {
        cellsOfLiveEdges();
        QTest::newRow("mixed") << "nasbench201" << m_space.parse(mixedCell);
        QTest::newRow("nothing") << "nasbench201" << m_space.parse(emptyCell);
    }

    void cellsOfLiveEdges() const
    {
        QTest::addColumn<QString>("space");
        QTest::addColumn<CellIndex>("cell");
        QTest::newRow("all convolutions") << "nasbench201" << CellIndex{3 * 3906}; // digits 3 3 3 3 3 3
        const auto add101 = [](const char* name, const char* text) {
            QTest::newRow(name) << "nasbench101" << searchSpace("nasbench101").parse(text);
        };
        add101("input to output", "1:input,output");
        add101("one vertex and a shortcut", "111:input,maxpool3x3,output");
        // Three are concatenated: 128 channels are shared out as 43, 43 and 42; the third vertex takes 42 of the 43 of
        // each of the others.
        add101("channels with a rest", "1100011111:input,conv3x3,conv1x1,maxpool,output");
        add101("the authors' example", "111010000010001100011:input,conv1x1,conv3x3,conv3x3,conv3x3,maxpool,output");
    }

    static bool hasPytorch()
    {
        static const bool has = QProcess::execute("/usr/bin/python3", {"-c", "import torch, onnx"}) == 0;
        return has;
    }

private slots:
    void onnxPassesTheChecker_data() { someCells(); }
    void onnxPassesTheChecker()
    {
        QFETCH(QString, space);
        QFETCH(CellIndex, cell);
        for (const OnnxScope scope : {OnnxScope::Cell, OnnxScope::Network}) {
            onnx::ModelProto model = modelOf(searchSpace(space.toStdString()), cell, scope);
            try {
                onnx::checker::check_model(model);
                onnx::ShapeInferenceOptions strict{true, 1, false};
                onnx::shape_inference::InferShapes(model, onnx::OpSchemaRegistry::Instance(), strict);
            } catch (const std::exception& error) {
                QFAIL(error.what());
            }
            QVERIFY(model.graph().value_info_size() > 0); // shapes for the viewer
        }
    }

    void onnxShowsTheCell()
    {
        const onnx::ModelProto model = modelOf(m_space, m_space.parse(mixedCell), OnnxScope::Cell);
        std::map<std::string, int> types;
        for (const onnx::NodeProto& node : model.graph().node())
            ++types[node.op_type()];
        const std::map<std::string, int> expected = {{"Relu", 3}, {"Conv", 3},     {"BatchNormalization", 3},
                                                     {"Mul", 1},  {"Identity", 1}, {"AveragePool", 1},
                                                     {"Sum", 3}};
        QVERIFY(types == expected);
        QCOMPARE(model.graph().output(0).type().tensor_type().shape().dim(1).dim_value(), 16);
        QVERIFY(model.doc_string().find(mixedCell) != std::string::npos);
        QVERIFY(toOnnx(m_space, 7) == toOnnx(m_space, 7)); // the same weights every time
    }

    // The parameters of the authors' networks (Ying et al. 2019, Dong & Yang 2020), which core/cell counts by itself,
    // dead edges left out.
    void onnxHasTheParametersOfTheBenchmark_data() { cellsOfLiveEdges(); }
    void onnxHasTheParametersOfTheBenchmark()
    {
        QFETCH(QString, space);
        QFETCH(CellIndex, cell);
        const SearchSpace& of = searchSpace(space.toStdString());
        const std::int64_t count = parametersOf(modelOf(of, cell, OnnxScope::Network));
        const auto column = std::ranges::find(of.descriptorNames(), "parameters (M)") - of.descriptorNames().begin();
        const float expected = of.descriptors(cell)[static_cast<std::size_t>(column)];
        QVERIFY2(std::abs(static_cast<float>(count) / 1e6F - expected) < 5e-4F, std::to_string(count).c_str());
    }

    void pythonAndOnnxAgree_data() { someCells(); }
    void pythonAndOnnxAgree()
    {
        QFETCH(QString, space);
        QFETCH(CellIndex, cell);
        const SearchSpace& of = searchSpace(space.toStdString());
        QTemporaryDir folder;
        const QString module = written(folder, "cell.py", toPython(of, cell));
        const QString model = written(folder, "cell.onnx", toOnnx(of, cell));

        QProcess python;
        python.setProcessChannelMode(QProcess::MergedChannels);
        python.start("/usr/bin/python3", {"-m", "py_compile", module});
        if (!python.waitForFinished(60000) && python.error() == QProcess::FailedToStart)
            QSKIP("Python is not installed (package python3)");
        QVERIFY2(python.exitCode() == 0, python.readAll().constData());
        if (!hasPytorch())
            QSKIP("PyTorch or ONNX for Python is not installed (packages python3-torch, python3-onnx)");
        python.start("/usr/bin/python3", {INVERSO_SCRIPT, module, model});
        QVERIFY(python.waitForFinished(120000));
        QVERIFY2(python.exitCode() == 0, python.readAll().constData());
    }

    void jsonHoldsTheGraph()
    {
        const CellIndex cell = m_space.parse(mixedCell);
        const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(toJson(m_space, cell))).object();
        QCOMPARE(json["cell"].toString(), mixedCell);
        QCOMPARE(json["vertices"].toArray().size(), 8);
        QCOMPARE(json["edges"].toArray().size(), 10);
        QVERIFY(std::ranges::count(toJson(m_space, cell, -1), '\n') == 1);
    }
};

QTEST_GUILESS_MAIN(TestCellExport)
#include "tst_cell_export.moc"
