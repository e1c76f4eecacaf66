// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/batched_ops.h"

#include "core/model/batched_kernels.h"

namespace inverso {

namespace {

using kernels::Product;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

std::size_t size(const torch::Tensor& tensor, int dimension)
{
    return static_cast<std::size_t>(tensor.size(dimension));
}

torch::Tensor multiplyEach(Product product, const torch::Tensor& a, const torch::Tensor& b)
{
    const int rows = product == Product::FirstTurned ? 2 : 1;
    const int columns = product == Product::SecondTurned ? 1 : 2;
    torch::Tensor c = torch::empty({a.size(0), a.size(rows), b.size(columns)});
    kernels::multiplyEach(product, a.data_ptr<float>(), b.data_ptr<float>(), c.data_ptr<float>(), size(a, 0),
                          size(a, rows), size(b, columns), size(a, 3 - rows));
    return c;
}

struct BatchedProduct : torch::autograd::Function<BatchedProduct>
{
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& a, const torch::Tensor& b,
                                 bool secondTurned)
    {
        context->save_for_backward({a, b});
        context->saved_data["secondTurned"] = secondTurned;
        return multiplyEach(secondTurned ? Product::SecondTurned : Product::Plain, a, b);
    }

    static variable_list backward(AutogradContext* context, variable_list gradients)
    {
        const auto saved = context->get_saved_variables();
        const torch::Tensor& a = saved[0];
        const torch::Tensor& b = saved[1];
        const bool secondTurned = context->saved_data["secondTurned"].toBool();
        const torch::Tensor gradient = gradients[0].contiguous();
        torch::Tensor dA;
        torch::Tensor dB;
        if (a.requires_grad())
            dA = multiplyEach(secondTurned ? Product::Plain : Product::SecondTurned, gradient, b);
        if (b.requires_grad())
            dB = secondTurned ? multiplyEach(Product::FirstTurned, gradient, a)
                              : multiplyEach(Product::FirstTurned, a, gradient);
        return {dA, dB, {}};
    }
};

struct Attention : torch::autograd::Function<Attention>
{
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& queryKeyValue, std::int64_t vertices,
                                 std::int64_t heads, std::int64_t keySize)
    {
        const auto rows = queryKeyValue.size(0);
        torch::Tensor weights = torch::empty({rows / vertices, heads, vertices, vertices});
        torch::Tensor mixed = torch::empty({rows, heads * keySize});
        kernels::attend(sizes(weights, keySize), queryKeyValue.data_ptr<float>(), weights.data_ptr<float>(),
                        mixed.data_ptr<float>());
        context->save_for_backward({queryKeyValue, weights});
        context->saved_data["keySize"] = keySize;
        return mixed;
    }

    static variable_list backward(AutogradContext* context, variable_list gradients)
    {
        const auto saved = context->get_saved_variables();
        torch::Tensor dQueryKeyValue = torch::empty_like(saved[0]);
        const torch::Tensor gradient = gradients[0].contiguous();
        kernels::attendBackward(sizes(saved[1], context->saved_data["keySize"].toInt()), saved[0].data_ptr<float>(),
                                saved[1].data_ptr<float>(), gradient.data_ptr<float>(),
                                dQueryKeyValue.data_ptr<float>());
        return {dQueryKeyValue, {}, {}, {}};
    }

private:
    static kernels::AttentionSizes sizes(const torch::Tensor& weights, std::int64_t keySize)
    {
        return {size(weights, 0), size(weights, 2), size(weights, 1), static_cast<std::size_t>(keySize)};
    }
};

} // namespace

torch::Tensor batchedProduct(const torch::Tensor& a, const torch::Tensor& b, bool secondTurned)
{
    return BatchedProduct::apply(a.contiguous(), b.contiguous(), secondTurned);
}

torch::Tensor attention(const torch::Tensor& queryKeyValue, std::int64_t vertices, int heads, int keySize)
{
    return Attention::apply(queryKeyValue.contiguous(), vertices, heads, keySize);
}

} // namespace inverso
